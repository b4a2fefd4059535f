import { type BinaryParameter, type Column, type Statement, type TextRow, column } from '#platform/database';
import { inByteOrder } from '#platform/text';
import type { SignalOutcome } from './signal-outcome.js';
import { type PendingSignal, needKey } from './pending-signal.js';

/** One statement of a batch: the signals that it writes, its parameters, and how its result is read. */
export interface BatchStep {
  readonly signals: readonly PendingSignal[];
  readonly statement: Statement;
  readonly values: readonly BinaryParameter[];
  /** Returns the outcome of each signal, in the order of `signals`. @param rows the result of the statement */
  readonly outcomes: (rows: readonly TextRow[]) => SignalOutcome[];
}

/**
 * Groups signals by data point, because neither ON CONFLICT nor UPDATE can change a row twice. Signals of a point keep
 * their order. The points are sorted by the bytes of tenant and key (`collate "C"`), the order in which every statement
 * locks needs, so that there are no deadlocks.
 */
export function byDataPoint(signals: readonly PendingSignal[]): ReadonlyArray<readonly PendingSignal[]> {
  const grouped = Map.groupBy(signals, needKey);
  return inByteOrder([...grouped.keys()]).map((key) => grouped.get(key) ?? []);
}

/** The columns of a row of `signal`, which are the first ones in each statement. */
export function signalColumns<Row>(signalOf: (row: Row) => PendingSignal): Array<Column<Row>> {
  return [
    column.uuid('tenant_id', (row) => signalOf(row).tenantId),
    column.text('dedupe_key', (row) => signalOf(row).dedupeKey),
    column.uuid('id', (row) => signalOf(row).signalId),
    column.text('type', (row) => signalOf(row).point.type),
    column.text('raw', (row) => signalOf(row).raw),
    column.smallint('retention_months', (row) => signalOf(row).retentionMonths),
    column.text('warnings', (row) => signalOf(row).warnings),
  ];
}

/** The columns of the composite type `closed_point`, which identifies a data point. */
export const POINT_COLUMNS: ReadonlyArray<Column<PendingSignal>> = [
  column.uuid('tenant_id', ({ tenantId }) => tenantId),
  column.text('dedupe_key', ({ dedupeKey }) => dedupeKey),
  column.timestamptz('seen_at', ({ receivedAt }) => receivedAt),
];
