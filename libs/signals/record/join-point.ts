import type { MappedPoint } from '../map/apply-signal-map.js';

/** What a need knows from its signals while nobody has decided on it. */
export type NeedFacts = Pick<MappedPoint, 'severity' | 'topic' | 'category'>;

/**
 * What it knows after one signal more: severity never falls, the latest topic and category win. `record.sql` does the
 * same to needs that are there.
 */
export function joinPoint({ severity, topic, category }: NeedFacts, point: NeedFacts): NeedFacts {
  return {
    severity: point.severity > severity ? point.severity : severity,
    topic: point.topic ?? topic,
    category: point.category ?? category,
  };
}
