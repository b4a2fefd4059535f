import { type BinaryParameter, type Column, type Statement, type TextRow, column } from '#platform/database';
import { inByteOrder } from '#platform/text';
import type { SignalOutcome } from './signal-outcome.js';
import { type PendingSignal, needKey } from './pending-signal.js';

/**
 * One statement of a batch: what it writes, and what its answer means for each of its signals, in whatever order they
 * stand in it.
 */
export interface BatchStep {
  readonly signals: readonly PendingSignal[];
  readonly statement: Statement;
  readonly values: readonly BinaryParameter[];
  /** One outcome a signal, in their order. @param rows what the statement answered */
  readonly outcomes: (rows: readonly TextRow[]) => SignalOutcome[];
}

/**
 * The signals of each data point, in the order in which they came, since neither ON CONFLICT nor UPDATE can touch a row
 * twice; the points are sorted by tenant and key, byte by byte as all that lock needs do (`collate "C"`), against
 * deadlocks.
 */
export function byDataPoint(signals: readonly PendingSignal[]): ReadonlyArray<readonly PendingSignal[]> {
  const grouped = Map.groupBy(signals, needKey);
  return inByteOrder([...grouped.keys()]).map((key) => grouped.get(key) ?? []);
}

/** The columns of the signals' own rows, with which those of each statement begin. */
export function signalColumns<Row>(signalOf: (row: Row) => PendingSignal): Array<Column<Row>> {
  return [
    column.uuid('tenant_id', (row) => signalOf(row).tenantId),
    column.text('dedupe_key', (row) => signalOf(row).dedupeKey),
    column.uuid('id', (row) => signalOf(row).signalId),
    column.text('type', (row) => signalOf(row).point.type),
    column.text('raw', (row) => signalOf(row).raw),
    column.smallint('retention_months', (row) => signalOf(row).retentionMonths),
  ];
}

/** Of the type `closed_point`: which data points. */
export const POINT_COLUMNS: ReadonlyArray<Column<PendingSignal>> = [
  column.uuid('tenant_id', ({ tenantId }) => tenantId),
  column.text('dedupe_key', ({ dedupeKey }) => dedupeKey),
  column.timestamptz('seen_at', ({ receivedAt }) => receivedAt),
];
