import { readFileSync } from 'node:fs';
import { BinaryRows, type Column, column, ids } from '#platform/database';
import { nameKeyOf } from '#platform/text';
import { type BatchStep, byDataPoint, signalColumns } from './batch-step.js';
import { type NeedFacts, joinPoint } from './join-point.js';
import type { PendingSignal } from './pending-signal.js';

/** Name and text of the recording statement, which each connection prepares. */
export const RECORD_STATEMENT = {
  name: 'record',
  text: readFileSync(new URL('./record.sql', import.meta.url), 'utf8'),
} as const;

/**
 * Creates or joins the needs of the signals' data points. If a new point has several signals, the first one creates the
 * need, and the others join it.
 */
export function recordStep(signals: readonly PendingSignal[]): BatchStep {
  const needs = byDataPoint(signals).flatMap(needRow);
  const rows = needs.flatMap(({ id, signals: own }) =>
    own.map((signal, at): SignalRow => ({ signal, opens: at === 0 ? id : null })),
  );
  return {
    signals: rows.map(({ signal }) => signal),
    statement: RECORD_STATEMENT,
    values: [new BinaryRows(NEED_COLUMNS, needs), new BinaryRows(SIGNAL_COLUMNS, rows)],
    outcomes: (answer) => {
      const opened = new Set(answer.map(([openedAs]) => openedAs));
      return rows.map(({ opens }) => (opens !== null && opened.has(opens) ? 'created' : 'joined'));
    },
  };
}

interface NeedRow {
  /** The id of the need if it is created. */
  readonly id: string;
  readonly first: PendingSignal;
  /** All signals of its data point, including the first. */
  readonly signals: readonly PendingSignal[];
  readonly last: PendingSignal;
  readonly facts: NeedFacts;
}

/** Merges the signals of a data point, with the same result as one statement for each. */
function needRow(signals: readonly PendingSignal[]): NeedRow[] {
  const [first, ...later] = signals;
  if (first === undefined) return [];
  return [
    {
      id: ids.next(),
      first,
      last: later.at(-1) ?? first,
      signals,
      facts: later.reduce<NeedFacts>((facts, { point }) => joinPoint(facts, point), first.point),
    },
  ];
}

/** The types of the signals before the last one, if they differ from it: a JSON array. */
function earlierTypes({ last, signals }: NeedRow): string | null {
  const others = new Set(signals.map(({ point }) => point.type));
  others.delete(last.point.type);
  return others.size === 0 ? null : JSON.stringify([...others]);
}

/** The columns of the composite type `reported_need`. */
const NEED_COLUMNS: ReadonlyArray<Column<NeedRow>> = [
  column.uuid('tenant_id', ({ first }) => first.tenantId),
  column.uuid('id', ({ id }) => id),
  column.text('dedupe_key', ({ first }) => first.dedupeKey),
  column.text('type', ({ last }) => last.point.type),
  column.text('earlier_types', earlierTypes),
  column.text('topic', ({ facts }) => facts.topic),
  column.text('category', ({ facts }) => facts.category),
  column.smallint('severity', ({ facts }) => facts.severity),
  column.text('external_worker_id', ({ first }) => first.point.worker.externalWorkerId),
  column.text('email', ({ first }) => first.point.worker.email),
  column.text('learner_id', ({ first }) => first.point.worker.learnerId),
  column.text('site', ({ first }) => first.point.site),
  column.text('site_key', ({ first }) => (first.point.site === null ? null : nameKeyOf(first.point.site))),
  column.text('content', ({ last }) => last.content),
  column.integer('signal_count', ({ signals }) => signals.length),
  column.timestamptz('seen_at', ({ first }) => first.receivedAt),
];

interface SignalRow {
  readonly signal: PendingSignal;
  /** The id of the need that it may create; null: an earlier signal of the batch has the same need. */
  readonly opens: string | null;
}

/** The columns of the composite type `reported_signal`. */
const SIGNAL_COLUMNS: ReadonlyArray<Column<SignalRow>> = [
  ...signalColumns<SignalRow>(({ signal }) => signal),
  column.uuid('opens', ({ opens }) => opens),
];
