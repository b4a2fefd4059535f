import type pg from 'pg';
import type { LoadResult } from './load/drive.js';

/** What the responses of one or more runs on the same tables promise. */
export interface Promised {
  readonly signals: number;
  readonly needs: number;
  readonly deduped: number;
}

export function promisedBy(...runs: readonly LoadResult[]): Promised {
  const sum = (pick: (run: LoadResult) => number): number => runs.reduce((total, run) => total + pick(run), 0);
  return {
    signals: sum((run) => run.events),
    needs: sum((run) => run.distinctKeys),
    deduped: sum((run) => run.deduped),
  };
}

/** The tables of a server. */
export interface Store {
  readonly name: string;
  readonly schema: string;
  /** False if a need may lose a count of signals: this is known of that server's design, and not measured. */
  readonly countsSignals: boolean;
}

export const ENGINE_STORE: Store = { name: 'engine', schema: 'public', countsSignals: true };

/**
 * Compares the tables with the responses: a fast server that loses, duplicates or misreports a data point has not
 * won.
 * @returns one line for each wrong count
 */
export async function wrongCounts(
  owner: pg.Client,
  { name, schema, countsSignals }: Store,
  promised: Promised,
): Promise<string[]> {
  const signals = await count(owner, `select count(*) from ${schema}.signal`);
  const needs = await count(owner, `select count(*) from ${schema}.need`);
  const deduped = await count(owner, `select count(*) from ${schema}.signal where outcome = 'joined'`);
  const gathered = await count(owner, `select coalesce(sum(signal_count), 0) from ${schema}.need`);
  return [
    ...expect('signals stored', signals, promised.signals, 'answered with 200'),
    ...expect('needs stored', needs, promised.needs, 'distinct keys'),
    ...expect('answers "deduped"', promised.deduped, promised.signals - promised.needs, 'repeated data points'),
    ...expect('signals stored as deduped', deduped, promised.deduped, 'answers "deduped"'),
    ...(countsSignals
      ? expect('signals that the needs have counted', gathered, promised.signals, 'answered with 200')
      : []),
  ].map((line) => `${name}: ${line}`);
}

/** Needs of the engine that wait for their resolution. */
export function backlog(owner: pg.Client): Promise<number> {
  return count(owner, 'select count(*) from need where unresolved_since is not null');
}

/** How many changes no board shows yet. */
export function waitingMarks(owner: pg.Client): Promise<number> {
  return count(owner, 'select count(*) from readiness_mark');
}

/** Needs of the engine that are resolved. */
export function resolved(owner: pg.Client): Promise<number> {
  return count(owner, 'select count(*) from need where unresolved_since is null');
}

/** Resolved needs of the engine in an invalid state. */
export async function wrongResolutions(owner: pg.Client): Promise<string[]> {
  const pending = await count(
    owner,
    `select count(*) from need where recommendation = 'pending' or resolved_at is null or unresolved_since is not null`,
  );
  const workerless = await count(
    owner,
    'select count(*) from need join worker using (tenant_id, external_worker_id) where need.worker_id is null',
  );
  return [
    ...expect('needs left unresolved after the drain', pending, 0, 'expected'),
    ...expect('needs without their known worker', workerless, 0, 'expected'),
  ].map((line) => `engine: ${line}`);
}

function expect(what: string, actual: number, expected: number, reason: string): string[] {
  return actual === expected ? [] : [`${actual} ${what}, ${expected} ${reason}`];
}

async function count(owner: pg.Client, sql: string): Promise<number> {
  const { rows } = await owner.query<Record<string, string>>(sql);
  return Number(Object.values(rows[0] ?? {})[0]);
}
