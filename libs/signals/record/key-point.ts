import type { DataPoint } from '../data-point.js';
import { type MappedPoint, type SignalMap, applySignalMap } from '../map/apply-signal-map.js';
import { dedupeKey } from './dedupe-key.js';

/** A data point with the defaults of the signal map and its dedupe key. */
export interface KeyedPoint {
  readonly point: MappedPoint;
  readonly dedupeKey: string;
}

/**
 * Applies the signal map and computes the dedupe key. Used for recording and for the preview of a signal map, so that
 * the two cannot differ.
 */
export function keyPoint(point: DataPoint, map: SignalMap): KeyedPoint {
  const mapped = applySignalMap(point, map);
  return { point: mapped, dedupeKey: dedupeKey(mapped) };
}
