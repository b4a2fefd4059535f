import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { addCredential } from '../factories/credentials.js';
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

  it('reads times in UTC on connections with another time zone', async () => {
    const { database } = engine;
    const tenant = await engine.createTenant();
    await addWorker(tenant, { externalWorkerId: 'E-1' });
    const [{ name } = { name: '' }] = await database.query<{ name: string }>('select current_database() as name');
    await database.query(`alter database ${name} set timezone = 'America/New_York'`);
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
    );
    // Its offset from UTC had seconds then.
    const expiresAt = '1850-06-30T00:00:00.000Z';
    await addCredential(tenant, { externalWorkerId: 'E-1', expiresAt });
    expect((await tenant.api.listCredentials()).items).toMatchObject([{ expiresAt }]);
  });
});
