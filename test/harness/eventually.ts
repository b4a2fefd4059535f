import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { TestDatabase } from './database.js';

/** An assertion is tried after this time, and after a tenth of the time that it has failed for. */
const FIRST_PAUSE_MS = 50;

/**
 * Repeats an assertion about background work until it holds, and returns its result. Throws its last failure after the
 * given time, which leaves slow machines enough.
 */
export async function eventually<Result>(assertion: () => Promise<Result>, milliseconds = 45_000): Promise<Result> {
  const began = Date.now();
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      const waited = Date.now() - began;
      if (waited > milliseconds) throw error;
      await sleep(Math.max(FIRST_PAUSE_MS, waited / 10));
    }
  }
}

/** Condition of `pg_locks`, which has the locks of all databases: those of other test files, too. */
export const OF_THIS_DATABASE = 'database = (select oid from pg_database where datname = current_database())';

/** Connections that wait for a lock of the owner of the database, who is the test, or behind one that does. */
const WAITING = `
  with recursive behind (pid) as (
    select pid from pg_stat_activity where datname = current_database() and usename = current_user
    union
    select waiting.pid from pg_stat_activity waiting join behind on behind.pid = any (pg_blocking_pids(waiting.pid))
    where datname = current_database() and wait_event_type = 'Lock'
  )
  select from pg_stat_activity join behind using (pid) where wait_event_type = 'Lock'`;

/** Waits until at least this many connections wait for locks that the test holds: jobs of the engine may wait, too. */
export function eventuallyLocked({ database }: { database: TestDatabase }, count = 1): Promise<void> {
  return eventually(async () => expect((await database.query(WAITING)).length).toBeGreaterThanOrEqual(count));
}
