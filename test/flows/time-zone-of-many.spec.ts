import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const OPEN = { site: 'North', topic: 'Rigging', due_at: '2099-01-31', dedupe_key: 'a' };
const CLOSED = { ...OPEN, dedupe_key: 'b' };
const POLICY = { timeZone: 'Europe/Berlin', expiringWithinDays: 30 };

describe('a change of the time zone of a tenant with many needs', () => {
  let engine: TestEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await startEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    for (const point of [OPEN, CLOSED]) await raisedNeed(tenant, point);
    await sendSignal(tenant, { ...CLOSED, action: 'resolve' });
    await closedSettled();
  });
  afterAll(() => engine.close());

  /** Waits until the job that settles the closed need, and locks the others of its gap, is done. */
  const closedSettled = (): Promise<void> =>
    eventually(async () => {
      const settled = 'closed_at is not null and unresolved_since is null';
      const needs = await engine.database.query(`select from need where tenant_id = $1 and ${settled}`, [tenant.id]);
      expect(needs).toHaveLength(1);
    });
  const expectMoved = async (): Promise<void> => {
    const needs = await engine.database.query<{ due_at: Date }>('select due_at from need where tenant_id = $1', [
      tenant.id,
    ]);
    const end = new Date('2099-01-31T23:00:00Z');
    expect(needs).toEqual([{ due_at: end }, { due_at: end }]);
  };

  it('keeps no signal waiting while it changes the closed ones', async () => {
    await engine.database.inTransaction(async (tx) => {
      await tx.query(`select from need where tenant_id = $1 and dedupe_key = 'b' for update`, [tenant.id]);
      const change = tenant.admin('PUT', '/readiness/policy', POLICY);
      await eventuallyLocked(engine);
      expect(await sendSignal(tenant, OPEN)).toMatchObject({ deduped: true });
      await tx.query('commit');
      expect(await change).toMatchObject({ status: 200 });
    });
    await expectMoved();
  });

  it('may take longer than other calls', async () => {
    await engine.database.query(`
      create function take_long() returns trigger language plpgsql as $$ begin
        if current_setting('statement_timeout') = '30s' then raise exception using errcode = '57014'; end if;
        return null; end $$;
      create trigger take_long before update on need for each statement execute function take_long()`);
    expect(await tenant.admin('PUT', '/readiness/policy', POLICY)).toMatchObject({ status: 200 });
    await expectMoved();
  });
});
