import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { operationIs } from '../factories/operations.js';
import { signal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-worker.js';

/** Operations of the busy tenant. Together they take longer than its turn. */
const MANY = 6;

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
});
