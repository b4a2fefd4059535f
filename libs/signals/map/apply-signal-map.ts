import type { DataPoint, Severity } from '../data-point.js';

/** Defaults of one signal type. */
export interface SignalDefaults {
  readonly topic?: string;
  readonly category?: string;
  readonly severity?: Severity;
}

/** A tenant's signal map: signal type → defaults. */
export type SignalMap = Readonly<Record<string, SignalDefaults>>;

/** A data point with everything decided that recording needs. */
export type MappedPoint = DataPoint & { readonly severity: Severity };

const INFO: Severity = 2;

/** What a type means where neither the event nor the map says more (connector API, "Event types"). */
const SEVERITY_OF_TYPE: Readonly<Record<string, Severity>> = { credential_expired: 4 };

/** Explicit fields win over the map, the map over the type's own severity, and that over "info". */
export function applySignalMap(point: DataPoint, map: SignalMap): MappedPoint {
  const defaults = Object.hasOwn(map, point.type) ? map[point.type] : undefined;
  return {
    ...point,
    topic: point.topic ?? defaults?.topic ?? null,
    category: point.category ?? defaults?.category ?? null,
    severity: point.severity ?? defaults?.severity ?? severityOfType(point.type),
  };
}

function severityOfType(type: string): Severity {
  return (Object.hasOwn(SEVERITY_OF_TYPE, type) ? SEVERITY_OF_TYPE[type] : undefined) ?? INFO;
}
