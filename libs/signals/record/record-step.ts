import { readFileSync } from 'node:fs';
import { siteKey } from '#directory';
import { ids } from '#platform/database';
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
      const created = new Set(rows.flatMap((row) => (row.created ? [Number(row.position)] : [])));
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

function needColumns(keyedSignals: ReadonlyArray<readonly PendingSignal[]>): unknown[] {
  const rows = keyedSignals.flatMap(needRow);
  const points = rows.map(({ first }) => first.point);
  return [
    rows.map(({ first }) => first.tenantId),
    rows.map(({ id }) => id),
    rows.map(({ first }) => first.dedupeKey),
    points.map(({ type }) => type),
    rows.map(({ topic }) => topic),
    rows.map(({ category }) => category),
    rows.map(({ severity }) => severity),
    points.map(({ worker }) => worker.externalWorkerId),
    points.map(({ worker }) => worker.email),
    points.map(({ worker }) => worker.learnerId),
    points.map(({ site }) => site),
    points.map(({ site }) => (site === null ? null : siteKey(site))),
    rows.map(({ signals }) => signals),
    rows.map(({ first }) => first.receivedAt),
  ];
}
