import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { TestDatabase } from '../../harness/database.js';
import { eventually } from '../../harness/eventually.js';

/** The answers that clients got: the keys of the accepted data points, and the ids of signals in responses of 200. */
interface Answers {
  readonly keys: Iterable<string>;
  readonly signalIds: Iterable<string>;
}

/** What the database has of the answers that a client got. */
export interface Verdict {
  readonly stored: number;
  readonly resolved: number;
  /** Answered 200 with an id, and not there; or a data point that has no open need. */
  readonly lost: number;
  /** Data points with more than one open need. */
  readonly duplicates: number;
}

/** Looks as the owner into the database of a stage that has one tenant. */
export async function verdict(database: TestDatabase, { keys, signalIds }: Answers): Promise<Verdict> {
  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    Number((await database.query<{ count: string }>(sql, values))[0]?.count);
  const open = 'from need where closed_at is null';
  const [named, points] = [[...new Set(signalIds)], [...new Set(keys)]];
  const unknown = named.length - (await count('select count(*) from signal where id = any($1::uuid[])', named));
  const withoutNeed =
    points.length - (await count(`select count(distinct dedupe_key) ${open} and dedupe_key = any($1)`, points));
  return {
    stored: await count('select count(*) from signal'),
    resolved: await count(`select count(*) ${open} and unresolved_since is null and recommendation <> 'pending'`),
    lost: unknown + withoutNeed,
    duplicates: await count(`select count(*) from (select ${open} group by dedupe_key having count(*) > 1) duplicated`),
  };
}

/**
 * Waits until no need is unresolved. On a slow machine that may take long.
 * @returns the seconds that took; throws if none is resolved for so many
 */
export async function drained(database: TestDatabase, stalledSeconds: number): Promise<number> {
  const began = performance.now();
  let fewest = Infinity;
  let progressAt = began;
  for (;;) {
    const [row] = await database.query<{ left: number }>(
      'select count(*)::integer as left from need where unresolved_since is not null',
    );
    const left = row?.left ?? Infinity;
    const now = performance.now();
    if (left === 0) return (now - began) / 1_000;
    if (left < fewest) [fewest, progressAt] = [left, now];
    if (now - progressAt > stalledSeconds * 1_000)
      throw new Error(`${left} needs are unresolved, and none was resolved for ${stalledSeconds} s`);
    await sleep(100);
  }
}

/** Waits until all drafts are written. */
export function draftsReady(database: TestDatabase, milliseconds: number): Promise<void> {
  return eventually(
    async () => expect(await database.query(`select id, status from draft where status <> 'ready'`)).toEqual([]),
    milliseconds,
  );
}
