import { readFileSync } from 'node:fs';
import { siteKey } from '#directory';
import { BinaryArray, ids } from '#platform/database';
import { type BatchStep, byDataPoint, signalColumns } from './batch-step.js';
import { type NeedFacts, joinPoint } from './join-point.js';
import type { PendingSignal } from './pending-signal.js';

/** Name and text of the recording statement; PostgreSQL plans it once a connection. */
export const RECORD_STATEMENT = { name: 'record', text: readFileSync(new URL('./record.sql', import.meta.url), 'utf8') } as const;

/** Creates or joins the needs of these signals' data points. Of several signals of one new point the first creates it, the others join. */
export function recordStep(signals: readonly PendingSignal[]): BatchStep {
  const keyed = byDataPoint(signals);
  return {
    signals,
    statement: RECORD_STATEMENT,
    values: [...needColumns(keyed.points), ...signalColumns(signals, keyed)],
    outcomes: (rows) => {
      const created = new Set(rows.flatMap(([position, opened]) => (opened === 't' ? [Number(position)] : [])));
      return keyed.places.map(({ position, first }) => (first && created.has(position) ? 'created' : 'joined'));
    },
  };
}

interface NeedRow {
  readonly first: PendingSignal;
  readonly id: string;
  readonly signals: number;
  readonly severity: number;
  readonly topic: string | null;
  readonly category: string | null;
}

/** The highest severity and the latest topic and category win, just as they would one statement after the other. */
function needRow(signals: readonly PendingSignal[]): NeedRow[] {
  const [first] = signals;
  if (first === undefined) return [];
  let facts: NeedFacts = first.point;
  for (const { point } of signals) facts = joinPoint(facts, point);
  const { severity, topic, category } = facts;
  return [{ first, id: ids.next(), signals: signals.length, severity, topic, category }];
}

function needColumns(keyedSignals: ReadonlyArray<readonly PendingSignal[]>): BinaryArray[] {
  const rows = keyedSignals.flatMap(needRow);
  const points = rows.map(({ first }) => first.point);
  return [
    BinaryArray.uuids(rows.map(({ first }) => first.tenantId)),
    BinaryArray.uuids(rows.map(({ id }) => id)),
    BinaryArray.texts(rows.map(({ first }) => first.dedupeKey)),
    BinaryArray.texts(points.map(({ type }) => type)),
    BinaryArray.texts(rows.map(({ topic }) => topic)),
    BinaryArray.texts(rows.map(({ category }) => category)),
    BinaryArray.smallints(rows.map(({ severity }) => severity)),
    BinaryArray.texts(points.map(({ worker }) => worker.externalWorkerId)),
    BinaryArray.texts(points.map(({ worker }) => worker.email)),
    BinaryArray.texts(points.map(({ worker }) => worker.learnerId)),
    BinaryArray.texts(points.map(({ site }) => site)),
    BinaryArray.texts(points.map(({ site }) => (site === null ? null : siteKey(site)))),
    BinaryArray.integers(rows.map(({ signals }) => signals)),
    BinaryArray.timestamps(rows.map(({ first }) => first.receivedAt)),
  ];
}
