import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';

/** One more than the connections of a process (`Database`). */
const LOST = 13;

describe('an engine that loses connections to PostgreSQL', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
  });
  afterAll(() => engine.close());

  it('answers after it has lost more of them in the middle of transactions than it has', async () => {
    const { database } = engine;
    const tenant = await engine.createTenant();
    const { id } = await addWorker(tenant, { name: 'Ada' });
    for (let lost = 0; lost < LOST; lost++)
      await database.inTransaction(async (holder) => {
        await holder.query('select from worker where id = $1 for update', [ids.parse('wrk', id)]);
        const change = tenant.once.admin('PATCH', `/workers/${id}`, { name: `Ada ${lost}` });
        await eventuallyLocked({ database });
        await database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where wait_event_type = 'Lock' and datname = current_database()`,
        );
        expect(await change).toMatchObject({ status: 503 });
      });
    expect(await tenant.admin('PATCH', `/workers/${id}`, { name: 'Ada Lovelace' })).toMatchObject({ status: 200 });
  });
});
