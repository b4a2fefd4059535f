import type { MappedPoint } from '../map/apply-signal-map.js';

/** The fields of a need that its signals determine until a person decides on it. */
export type NeedFacts = Pick<MappedPoint, 'severity' | 'topic' | 'category'>;

/**
 * Returns the fields after a further signal joined: the highest severity, and the latest topic and category.
 * `record.sql` does the same for stored needs.
 */
export function joinPoint({ severity, topic, category }: NeedFacts, point: NeedFacts): NeedFacts {
  return {
    severity: point.severity > severity ? point.severity : severity,
    topic: point.topic ?? topic,
    category: point.category ?? category,
  };
}
