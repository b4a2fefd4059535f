import { readFileSync } from 'node:fs';
import { BinaryRows } from '#platform/database';
import { type BatchStep, POINT_COLUMNS, byDataPoint } from './batch-step.js';
import type { PendingSignal } from './pending-signal.js';

const LOCK_STATEMENT = { name: 'lock', text: readFileSync(new URL('./lock.sql', import.meta.url), 'utf8') } as const;

/**
 * Locks the needs of the signals' data points, and writes nothing. A transaction with several statements starts with
 * it: each statement locks needs in order, but one statement after another does not, so that two such transactions
 * could deadlock.
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
