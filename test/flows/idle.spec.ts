import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

/** After the runs of all periodic tasks at the start. */
const SETTLED_MS = 1_500;
/** PostgreSQL counts a transaction up to a second late. */
const SECONDS = 3;
/** One for all sweeps of a second, and those of eight workers that look for a job every ten seconds, with some room. */
const MAX_PER_SECOND = 8;

describe('an engine with nothing to do', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine();
    await engine.createTenant();
  });
  afterAll(() => engine.close());

  const transactions = async (): Promise<number> => {
    const [row] = await engine.database.query<{ count: number }>(
      'select xact_commit::integer as count from pg_stat_database where datname = current_database()',
    );
    return row?.count ?? 0;
  };

  it('asks PostgreSQL a few times a second', async () => {
    await sleep(SETTLED_MS);
    // A slow machine needs longer to settle.
    await eventually(async () => {
      const before = await transactions();
      await sleep(SECONDS * 1_000);
      expect((await transactions()) - before).toBeLessThanOrEqual(SECONDS * MAX_PER_SECOND);
    });
  });

  it('writes nothing to its queues', async () => {
    expect(await engine.database.query(`select queue from bullmq.meta where field = 'stalled-check'`)).toEqual([]);
  });
});
