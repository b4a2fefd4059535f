import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const HEIGHTS = { external_worker_id: 'Ada', topic: 'Working at Heights' };
const FIRE = { external_worker_id: 'Ada', topic: 'Fire Safety' };

describe('a need that a person takes out of its gap', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await addWorker(tenant, { externalWorkerId: 'Ada' });
  });

  it('is a row by itself, too, if a signal has just moved it to another gap', async () => {
    const { id } = await raisedNeed(tenant, { ...HEIGHTS, dedupe_key: 'a' });
    await raisedNeed(tenant, { ...HEIGHTS, dedupe_key: 'b' });
    const { id: leader } = await raisedNeed(tenant, { ...FIRE, severity: 4, dedupe_key: 'c' });
    await engine.database.inTransaction(async (tx) => {
      await tx.query(`select from need where tenant_id = $1 and dedupe_key = 'b' for update`, [tenant.id]);
      await sendSignal(tenant, { ...FIRE, dedupe_key: 'a' });
      // The job has locked the need, and waits for the others of the gap that it leaves.
      await eventuallyLocked(engine, 1);
      const ungrouped = tenant.api.ungroupNeed({ path: { id } });
      await eventuallyLocked(engine, 2);
      await tx.query('commit');
      expect(await ungrouped).toMatchObject({ topic: 'Fire Safety', alsoReportedBy: [] });
    });
    const { items } = await tenant.api.listNeeds({ query: { topic: 'Fire Safety' } });
    expect(items.map((need) => need.id)).toEqual([leader, id]);
  });
});
