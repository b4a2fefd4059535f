import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { TestDatabase } from './database.js';

/** An assertion is tried after this time, and after a tenth of the time that it has failed for. */
const FIRST_PAUSE_MS = 50;

/**
 * Repeats an assertion about background work until it holds. Throws its last failure after the given time, which
 * leaves slow machines enough.
 */
export async function eventually(assertion: () => Promise<void>, milliseconds = 25_000): Promise<void> {
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

/** Waits until the given number of connections to a database wait for a lock. */
export function eventuallyLocked({ database }: { database: TestDatabase }, count = 1): Promise<void> {
  return eventually(async () =>
    expect(
      await database.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      ),
    ).toHaveLength(count),
  );
}
