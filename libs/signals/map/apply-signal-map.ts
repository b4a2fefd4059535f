import type { DataPoint, Severity, SignalAction } from '../data-point.js';

/** The default actions that a signal map may set for a type: it reports a condition, or a completed training. */
export const ACTIONS_OF_TYPES = ['trigger', 'complete'] as const satisfies readonly SignalAction[];
export type ActionOfType = (typeof ACTIONS_OF_TYPES)[number];

/** The defaults of one signal type. */
export interface SignalDefaults {
  readonly action?: ActionOfType;
  readonly topic?: string;
  readonly category?: string;
  readonly severity?: Severity;
}

/** A tenant's signal map: signal type → defaults. */
export type SignalMap = Readonly<Record<string, SignalDefaults>>;

/** A data point with the defaults of the signal map: action and severity are always set. */
export type MappedPoint = DataPoint & { readonly action: SignalAction; readonly severity: Severity };

const INFO: Severity = 2;

/** Types that report a completion unless the event or the map sets another action. */
const COMPLETION_TYPES: readonly string[] = ['course_completed', 'training_completed'];

/** Severity of a type unless the event or the map sets one (connector API, "Event types"). */
const SEVERITY_OF_TYPE: Readonly<Record<string, Severity>> = { credential_expired: 4 };

/**
 * Fills omitted fields of a data point. A field of the event takes precedence over the map, and the map over the
 * built-in meaning of the type. Everything else is a condition of severity "info".
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
