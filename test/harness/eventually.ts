import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { TestDatabase } from './database.js';

/**
 * Repeats an assertion about background work until it holds. Throws its last failure after ten seconds, or after the
 * given time.
 */
export async function eventually(assertion: () => Promise<void>, milliseconds = 10_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
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
