import type { DataPoint, Severity, SignalAction } from '../data-point.js';

/** What signals of a type may be about: a condition, or a training that somebody has completed. */
export const ACTIONS_OF_TYPES = ['trigger', 'complete'] as const satisfies readonly SignalAction[];
export type ActionOfType = (typeof ACTIONS_OF_TYPES)[number];

/** Defaults of one signal type. */
export interface SignalDefaults {
  readonly action?: ActionOfType;
  readonly topic?: string;
  readonly category?: string;
  readonly severity?: Severity;
}

/** A tenant's signal map: signal type → defaults. */
export type SignalMap = Readonly<Record<string, SignalDefaults>>;

/** A data point with the defaults applied that recording requires. */
export type MappedPoint = DataPoint & { readonly action: SignalAction; readonly severity: Severity };

const INFO: Severity = 2;

/** Types that report a completion unless the event or the map sets another action. */
const COMPLETION_TYPES: readonly string[] = ['course_completed', 'training_completed'];

/** Severity of a type unless the event or the map sets one (connector API, "Event types"). */
const SEVERITY_OF_TYPE: Readonly<Record<string, Severity>> = { credential_expired: 4 };

/**
 * Explicit fields win over the map, the map over what the type means by itself, and that over a condition of severity
 * "info".
 */
export function applySignalMap(point: DataPoint, map: SignalMap): MappedPoint {
  const defaults = Object.hasOwn(map, point.type) ? map[point.type] : undefined;
  return {
    ...point,
    action: point.action ?? defaults?.action ?? (COMPLETION_TYPES.includes(point.type) ? 'complete' : 'trigger'),
    topic: point.topic ?? defaults?.topic ?? null,
    category: point.category ?? defaults?.category ?? null,
    severity: point.severity ?? defaults?.severity ?? severityOfType(point.type),
  };
}

function severityOfType(type: string): Severity {
  return (Object.hasOwn(SEVERITY_OF_TYPE, type) ? SEVERITY_OF_TYPE[type] : undefined) ?? INFO;
}
