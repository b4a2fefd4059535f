import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardLines } from '../factories/readiness.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { boardSettled } from '../harness/readiness-checks.js';
import { SignalStore } from '../harness/stored-signals.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

/** Two tenants: periodic tasks work on the first one before the other. */
const twoTenants = async (): Promise<[TestTenant, TestTenant]> => [
  await engine.createTenant(),
  await engine.createTenant(),
];

/** Makes each update of a column of the tenant's rows fail. */
const failUpdates = (tenant: TestTenant, table: string, column: string): Promise<unknown> =>
  engine.database.query(
    `create function fail_${table}() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
     create trigger fail before update of ${column} on ${table} for each row when (old.tenant_id = '${tenant.id}')
       execute function fail_${table}()`,
  );

describe('a tenant whose board is being changed', () => {
  it('does not keep the boards of others from passing the time', async () => {
    const [busy, other] = await twoTenants();
    for (const tenant of [busy, other]) await addWorker(tenant, { name: 'Ada' });
    await boardSettled(engine.database);
    const worker = await engine.database.inTransaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('readiness:' || $1::text, 0))`, [busy.id]);
      await endPeriods([busy, other]);
      const started = await startEngine({ on: engine });
      await shownNotReady(other);
      return started;
    });
    // Only now: it waits for its tasks, such as a recount of the busy board.
    await worker.close();
    await expectNotReady(busy);
  });
});

describe('a tenant whose rows cannot be changed', () => {
  it('does not keep the boards of others from passing the time', async () => {
    const [broken, other] = await twoTenants();
    for (const tenant of [broken, other]) await addWorker(tenant, { name: 'Ada' });
    await boardSettled(engine.database);
    await failUpdates(broken, 'readiness_period', 'is_current');
    await endPeriods([broken, other]);
    await expectNotReady(other);
  });

  it('does not keep the signals of others from moving to their retention class', async () => {
    const store = new SignalStore(engine);
    const [broken, other] = [await store.tenantKeeping(12), await store.tenantKeeping(12)];
    for (const tenant of [broken, other]) {
      await store.recordedAgo(tenant, 2, 12);
      await store.keep(tenant, 24);
    }
    await failUpdates(broken, 'signal', 'retention_months');
    await withWorker(engine, () =>
      eventually(async () => expect(await store.storedOf(other)).toMatchObject([{ months: 24 }])),
    );
  });
});

const shownNotReady = (tenant: TestTenant): Promise<void> =>
  eventually(async () => expect(await boardLines(tenant)).toEqual(['Ada | not_ready']));

/** Starts a worker, which passes the time at once, and waits until Ada is not ready. */
const expectNotReady = (tenant: TestTenant): Promise<void> => withWorker(engine, () => shownNotReady(tenant));

/** Ends the current period of everybody, who are not ready from then on. */
async function endPeriods(tenants: readonly TestTenant[]): Promise<void> {
  await engine.database.query(
    `with ended as (
       update readiness_period set valid_to = now() where tenant_id = any ($1) and is_current returning *
     )
     insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since, kinds,
       name, name_key)
     select tenant_id, worker_id, valid_to, 'infinity', false, 0, 0, valid_to, kinds, name, name_key from ended`,
    [tenants.map(({ id }) => id)],
  );
}
