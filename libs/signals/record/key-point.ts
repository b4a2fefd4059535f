import type { DataPoint } from '../data-point.js';
import { type MappedPoint, type SignalMap, applySignalMap } from '../map/apply-signal-map.js';
import { dedupeKey } from './dedupe-key.js';

/** A data point with all that is decided of it before it meets the needs that are there. */
export interface KeyedPoint {
  readonly point: MappedPoint;
  readonly dedupeKey: string;
}

/**
 * Shared by what records signals and by what shows how another map would have recorded them, so that the two cannot
 * differ.
 */
export function keyPoint(point: DataPoint, map: SignalMap): KeyedPoint {
  const mapped = applySignalMap(point, map);
  return { point: mapped, dedupeKey: dedupeKey(mapped) };
}
