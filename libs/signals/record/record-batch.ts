import { readFileSync } from 'node:fs';
import { ids } from '#platform/database';
import type { MappedPoint } from '../map/apply-signal-map.js';
import { siteKey } from '#directory';

/** A data point that waits to be written, with all that its row needs. */
export interface PendingSignal {
  readonly tenantId: string;
  readonly signalId: string;
  readonly dedupeKey: string;
  readonly point: MappedPoint;
  /** The event as it was sent: JSON text, valid for `jsonb`. */
  readonly raw: string;
  readonly receivedAt: Date;
}

/** Name and text of the recording statement; PostgreSQL plans it once a connection. */
export const RECORD_STATEMENT = { name: 'record', text: readFileSync(new URL('./record.sql', import.meta.url), 'utf8') } as const;

interface NeedRow {
  readonly signal: PendingSignal;
  readonly id: string;
  members: number;
  severity: number;
  topic: string | null;
  category: string | null;
}

export interface RecordBatch {
  readonly tenantIds: readonly string[];
  readonly values: unknown[];
  /** For each signal of the batch, in its order: the position of its need, from 1, and whether it is the first of it. */
  readonly places: ReadonlyArray<{ readonly position: number; readonly first: boolean }>;
}

/**
 * Turns pending signals into the parameters of {@link RECORD_STATEMENT}. Points with the same key become one need, since
 * ON CONFLICT cannot touch a row twice in a statement: the highest severity and the latest topic and category win, just as
 * they would one statement after the other.
 */
export function recordBatch(signals: readonly PendingSignal[]): RecordBatch {
  const needs = new Map<string, NeedRow>();
  const firsts = new Set<PendingSignal>();
  for (const signal of signals) {
    const { point } = signal;
    const key = needKey(signal);
    const need = needs.get(key);
    if (need === undefined) {
      needs.set(key, { signal, id: ids.next(), members: 1, severity: point.severity, topic: point.topic, category: point.category });
      firsts.add(signal);
    } else {
      need.members++;
      need.severity = Math.max(need.severity, point.severity);
      need.topic = point.topic ?? need.topic;
      need.category = point.category ?? need.category;
    }
  }
  const keys = [...needs.keys()].toSorted();
  const positions = new Map(keys.map((key, index) => [key, index + 1]));
  const rows = keys.flatMap((key) => needs.get(key) ?? []);
  const places = signals.map((signal) => ({ position: positions.get(needKey(signal)) ?? 0, first: firsts.has(signal) }));
  return { tenantIds: [...new Set(signals.map(({ tenantId }) => tenantId))], values: [...needColumns(rows), ...signalColumns(signals, places)], places };
}

function needKey({ tenantId, dedupeKey }: PendingSignal): string {
  return `${tenantId} ${dedupeKey}`;
}

function needColumns(rows: readonly NeedRow[]): unknown[] {
  const points = rows.map(({ signal }) => signal.point);
  return [
    rows.map(({ signal }) => signal.tenantId),
    rows.map(({ id }) => id),
    rows.map(({ signal }) => signal.dedupeKey),
    points.map(({ type }) => type),
    rows.map(({ topic }) => topic),
    rows.map(({ category }) => category),
    rows.map(({ severity }) => severity),
    points.map(({ worker }) => worker.externalWorkerId),
    points.map(({ worker }) => worker.email),
    points.map(({ worker }) => worker.learnerId),
    points.map(({ site }) => site),
    points.map(({ site }) => (site === null ? null : siteKey(site))),
    rows.map(({ members }) => members),
    rows.map(({ signal }) => signal.receivedAt),
  ];
}

function signalColumns(signals: readonly PendingSignal[], places: RecordBatch['places']): unknown[] {
  return [
    signals.map(({ signalId }) => signalId),
    places.map(({ position }) => position),
    signals.map(({ point }) => point.type),
    places.map(({ first }) => first),
    signals.map(({ raw }) => raw),
  ];
}
