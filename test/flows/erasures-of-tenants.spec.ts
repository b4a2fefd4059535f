import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

async function requestErasure(tenant: TestTenant, externalWorkerId = 'E-1'): Promise<void> {
  const { id } = await addWorker(tenant, { name: `Worker ${externalWorkerId}`, externalWorkerId });
  await tenant.admin('DELETE', `/workers/${id}?erase=true`);
}
const erasuresOf = async (tenant: TestTenant): Promise<number> =>
  (await auditOf(tenant, { action: 'worker.erased' })).length;

describe('the erasures of a tenant do not hold up those of another tenant', () => {
  it('while they wait for a lock', async () => {
    const [waiting, other] = [await engine.createTenant(), await engine.createTenant()];
    const { id } = await addWorker(waiting, { name: 'Ada', externalWorkerId: 'A-1' });
    await raisedNeed(waiting, { external_worker_id: 'A-1', topic: 'Rigging' });
    await engine.database.inTransaction(async (tx) => {
      await tx.query('select from signal where tenant_id = $1 for update', [waiting.id]);
      await waiting.admin('DELETE', `/workers/${id}?erase=true`);
      await eventuallyLocked(engine);
      await requestErasure(other);
      await eventually(async () => expect(await erasuresOf(other)).toBe(1));
      expect(await erasuresOf(waiting)).toBe(0);
    });
  });

  it('while there are many of them', async () => {
    const [busy, other] = [await engine.createTenant(), await engine.createTenant()];
    await engine.database.query(
      `create function take_time() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return old; end $$;
       create trigger take_time before delete on erasure for each row when (old.tenant_id = '${busy.id}')
         execute function take_time()`,
    );
    for (let number = 1; number <= 10; number++) await requestErasure(busy, `E-${number}`);
    await eventually(async () => expect(await erasuresOf(busy)).toBeGreaterThan(0));
    await requestErasure(other);
    await eventually(async () => expect(await erasuresOf(other)).toBe(1));
    expect(await erasuresOf(busy)).toBeLessThan(8);
  });
});
