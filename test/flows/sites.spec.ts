import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addWorker, changeWorker } from '../factories/workers.js';
import { directoryChanges } from '../harness/directory-changes.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;
let published: ReturnType<typeof directoryChanges>;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
  published = directoryChanges(engine);
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  published.length = 0;
});
afterAll(() => engine.close());

const addSite = (name: string) => tenant.api.createSite({ body: { name } });

describe('a site', () => {
  it('publishes its old and its new name', async () => {
    const { id } = await addSite('One');
    for (const name of ['Two', 'TWO', 'TWO']) await tenant.admin('PATCH', `/sites/${id}`, { name });
    await tenant.admin('DELETE', `/sites/${id}`);
    expect(published.map(({ siteKeys }) => siteKeys)).toEqual([['one'], ['one', 'two'], ['two'], ['two']]);
  });

  it('cannot be deleted while a worker who had left comes back to it', async () => {
    const { id } = await addSite('North');
    const away = { site: 'North', active: false };
    const [first, second] = [await addWorker(tenant, away), await addWorker(tenant, { name: 'Ben', ...away })];
    await engine.database.inTransaction(async (tx) => {
      const lock = 'select from worker where tenant_id = $1 and external_worker_id = $2 for update';
      await tx.query(lock, [tenant.id, first.externalWorkerId]);
      const deleted = tenant.admin('DELETE', `/sites/${id}`);
      await eventuallyLocked(engine);
      expect(await changeWorker(tenant, second.id, { active: true })).toMatchObject({ active: true });
      await tx.query('commit');
      expect(await deleted).toMatchObject(refusal(409, 'still_used'));
    });
  });

  it('cannot be deleted while a worker is added to it', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await addSite('Race');
      const [deleted, worker] = await Promise.all([
        tenant.admin('DELETE', `/sites/${id}`),
        addWorker(tenant, { name: `race-${round}`, site: 'Race' }),
      ]);
      expect([204, 409]).toContain(deleted.status);
      expect(await tenant.api.getWorker({ path: { id: worker.id } })).toMatchObject({ site: 'Race' });
      await tenant.api.removeWorker({ path: { id: worker.id } });
      for (const site of (await tenant.api.listSites()).items) await tenant.api.removeSite({ path: { id: site.id } });
    }
  });
});
