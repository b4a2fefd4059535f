import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWorker } from '../factories/workers.js';
import { type TestDatabase, createDatabase } from '../harness/database.js';
import { startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

/** Long enough for a process that waits for no job to close its queues. */
const CLOSES_QUEUES_MS = 400;

const SECRETS_KEY = Buffer.alloc(32, 7).toString('base64');

describe('a worker that stops', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it('sends the next job of the one that it finishes', async () => {
    const engine = await startEngine({ on: { database, operatorToken: 'o'.repeat(48), secretsKey: SECRETS_KEY } });
    const tenant = await engine.createTenant();
    await database.inTransaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('readiness:' || $1::text, 0))`, [tenant.id]);
      await addWorker(tenant, { name: 'Ada' });
      await eventually(async () => expect(await jobs(database, 'active')).toBe(1));
      // More marks than a set of several tenants takes, so that the tenant has another turn.
      await database.query(
        'insert into readiness_mark (tenant_id, worker_id) select tenant_id, id from worker, generate_series(1, 100)',
      );
      const closed = engine.close();
      await sleep(CLOSES_QUEUES_MS);
      await tx.query('commit');
      await closed;
    });
    expect({ active: await jobs(database, 'active'), waiting: await jobs(database, 'waiting') }).toEqual({
      active: 0,
      waiting: 1,
    });
  });
});

async function jobs(database: TestDatabase, state: string): Promise<number> {
  const [row] = await database.query<{ jobs: number }>(
    `select count(*)::integer as jobs from bullmq.job where queue = 'recompute-readiness' and state = $1`,
    [state],
  );
  return row?.jobs ?? 0;
}
