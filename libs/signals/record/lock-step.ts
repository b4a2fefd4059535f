import { readFileSync } from 'node:fs';
import { BinaryRows } from '#platform/database';
import { type BatchStep, POINT_COLUMNS, byDataPoint } from './batch-step.js';
import type { PendingSignal } from './pending-signal.js';

const LOCK_STATEMENT = { name: 'lock', text: readFileSync(new URL('./lock.sql', import.meta.url), 'utf8') } as const;

/**
 * Locks the needs of these signals' data points, and writes nothing. It stands before statements each of which locks
 * needs in order, but not all of them together: two transactions of such statements would come to wait for each other.
 */
export function lockStep(signals: readonly PendingSignal[]): BatchStep {
  const points = byDataPoint(signals).flatMap(([first]) => first ?? []);
  return {
    signals: [],
    statement: LOCK_STATEMENT,
    values: [new BinaryRows(POINT_COLUMNS, points)],
    outcomes: () => [],
  };
}
