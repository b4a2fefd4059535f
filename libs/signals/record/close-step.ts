import { readFileSync } from 'node:fs';
import { BinaryRows, type Column, column } from '#platform/database';
import { type BatchStep, POINT_COLUMNS, byDataPoint, signalColumns } from './batch-step.js';
import type { PendingSignal } from './pending-signal.js';

/** Name and text of the statement that closes needs. */
export const CLOSE_STATEMENT = {
  name: 'close',
  text: readFileSync(new URL('./close.sql', import.meta.url), 'utf8'),
} as const;

/**
 * Closes the open needs of the signals' data points. If a point has several signals, the first one closes the need, and
 * the others find nothing open.
 */
export function closeStep(signals: readonly PendingSignal[]): BatchStep {
  const points = byDataPoint(signals);
  const firsts = points.flatMap(([first]) => first ?? []);
  const rows = points.flatMap((own, point) => own.map((signal, at): SignalRow => ({ signal, point, first: at === 0 })));
  return {
    signals: rows.map(({ signal }) => signal),
    statement: CLOSE_STATEMENT,
    values: [new BinaryRows(POINT_COLUMNS, firsts), new BinaryRows(SIGNAL_COLUMNS, rows)],
    outcomes: (answer) => {
      const closed = new Set(answer.map(([position]) => Number(position) - 1));
      return rows.map(({ point, first }) => (first && closed.has(point) ? 'resolved' : 'nothing_open'));
    },
  };
}

interface SignalRow {
  readonly signal: PendingSignal;
  /** The index of its data point. */
  readonly point: number;
  /** Whether it is the first signal of its data point. */
  readonly first: boolean;
}

/** The columns of the composite type `reported_close`. */
const SIGNAL_COLUMNS: ReadonlyArray<Column<SignalRow>> = [
  ...signalColumns<SignalRow>(({ signal }) => signal),
  column.boolean('first', ({ first }) => first),
];
