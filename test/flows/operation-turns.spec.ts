import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { ids } from '#platform/database';
import { operationIs } from '../factories/operations.js';
import { signal } from '../factories/signals.js';
import { changeTenant } from '../factories/tenants.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

/** Operations of the busy tenant. Together they take longer than its turn. */
const MANY = 4;

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

/** Starts an operation for each of some needs. @returns their ids */
async function dismissEach(tenant: TestTenant, count: number): Promise<string[]> {
  await tenant.send(Array.from({ length: count }, (_value, n) => signal({ site: `Site ${n}`, topic: 'Rigging' })));
  const { items } = await tenant.api.listNeeds({});
  const started: string[] = [];
  for (const { id } of items) {
    const body = { action: 'dismiss', ids: [id], reason: 'duplicate' };
    const operation = await tenant.admin<Schemas['BulkResult']>('POST', '/needs/bulk', body);
    started.push(operation.body.operationId ?? '');
  }
  return started;
}

describe('operations in the background', () => {
  it('of one tenant, however many, delay those of another one only for a turn', async () => {
    const [busy, other] = [await engine.createTenant(), await engine.createTenant()];
    await engine.database.query(
      `create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return new; end $$;
       create trigger slow before update on operation for each row when (new.tenant_id = '${busy.id}')
         execute function slow()`,
    );
    const many = await dismissEach(busy, MANY);
    const [single = ''] = await dismissEach(other, 1);
    const endOf = async (tenant: TestTenant, id: string): Promise<number> => {
      await operationIs(tenant, id, { status: 'done' });
      const { finishedAt } = await tenant.api.getOperation({ path: { id } });
      return Date.parse(finishedAt ?? '');
    };
    await withWorker(engine, async () => {
      const ends = await Promise.all(many.map((id) => endOf(busy, id)));
      expect(ends).toHaveLength(MANY);
      expect(await endOf(other, single)).toBeLessThan(Math.max(...ends));
    });
  });

  it('of a tenant whose needs are locked do not delay those of another one, and end later', async () => {
    const [busy, other] = [await engine.createTenant(), await engine.createTenant()];
    const [locked = ''] = await dismissEach(busy, 1);
    const [single = ''] = await dismissEach(other, 1);
    await whileLocked(busy, async (release) => {
      await operationIs(other, single, { status: 'done' });
      expect(await busy.api.getOperation({ path: { id: locked } })).toMatchObject({ status: 'queued', error: null });
      await release();
      await operationIs(busy, locked, { status: 'done' });
    });
  });

  it('of a suspended tenant wait until it is active again', async () => {
    const [suspended, other] = [await engine.createTenant(), await engine.createTenant()];
    const [waiting = ''] = await dismissEach(suspended, 1);
    const [single = ''] = await dismissEach(other, 1);
    await changeTenant(engine, suspended, { status: 'suspended' });
    await withWorker(engine, async () => {
      await operationIs(other, single, { status: 'done' });
      expect(
        await engine.database.query('select status, attempts from operation where id = $1', [ids.parse('op', waiting)]),
      ).toEqual([{ status: 'queued', attempts: 0 }]);
      await changeTenant(engine, suspended, { status: 'active' });
      await operationIs(suspended, waiting, { status: 'done' });
    });
  });

  it('count an attempt before a step, and fail if ten workers were lost with it', async () => {
    const tenant = await engine.createTenant();
    const [id = ''] = await dismissEach(tenant, 1);
    const attempts = async (): Promise<unknown> =>
      engine.database.query('select attempts from operation where id = $1', [ids.parse('op', id)]);
    await whileLocked(tenant, async (release) => {
      await eventually(async () => expect(await attempts()).toEqual([{ attempts: 1 }]));
      await release();
      await operationIs(tenant, id, { status: 'done' });
      expect(await attempts()).toEqual([{ attempts: 0 }]);
    });
    await tenant.admin('POST', `/operations/${id}/undo`);
    await engine.database.query('update operation set attempts = 10 where tenant_id = $1', [tenant.id]);
    await withWorker(engine, () =>
      operationIs(tenant, id, { status: 'failed', error: 'the workers that ran a step were lost 10 times' }),
    );
  });
});

/** Runs a worker while a transaction locks the needs of a tenant, until `work` calls `release`. */
function whileLocked(tenant: TestTenant, work: (release: () => Promise<unknown>) => Promise<void>): Promise<void> {
  return engine.database.inTransaction(async (tx) => {
    await tx.query('select from need where tenant_id = $1 for update', [tenant.id]);
    await withWorker(engine, () => work(() => tx.query('commit')));
  });
}
