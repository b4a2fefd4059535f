import { readFileSync } from 'node:fs';
import { BinaryRows, type Column, column } from '#platform/database';
import { type BatchStep, POINT_COLUMNS, byDataPoint, signalColumns } from './batch-step.js';
import type { PendingSignal } from './pending-signal.js';

/** Name and text of the closing statement. */
export const CLOSE_STATEMENT = {
  name: 'close',
  text: readFileSync(new URL('./close.sql', import.meta.url), 'utf8'),
} as const;

/**
 * Closes the open needs of these signals' data points. Of several signals of one point the first closes it, the others
 * find nothing open.
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
  /** Which of the data points, from 0. */
  readonly point: number;
  readonly first: boolean;
}

/** Of the type `closing_signal`. */
const SIGNAL_COLUMNS: ReadonlyArray<Column<SignalRow>> = [
  ...signalColumns<SignalRow>(({ signal }) => signal),
  column.boolean('first', ({ first }) => first),
];
