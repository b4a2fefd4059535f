import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Resolving } from '#needs';
import { Database, ids } from '#platform/database';
import { Recount } from '#readiness';
import { recordedNeed } from '../factories/needs.js';
import { addManyWorkers, addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const NEVER = new AbortController().signal;

let engine: TestEngine;
let tenant: TestTenant;
let recount: Recount;

beforeAll(async () => {
  // Without a worker process, which would take the marks, and recount at its start.
  engine = await startEngine({ worker: false });
  recount = new Recount(engine.app.get(Database), new Resolving());
});
afterAll(() => engine.close());
beforeEach(async () => {
  await engine.database.query('update tenant set recount_began_at = now(), recounted_at = now()');
  tenant = await engine.createTenant();
});

const recountAll = (): Promise<number> => recount.recountTenant(tenant.id, { isFull: true });

/** Stores the board of all workers, which is up to date then. */
const storeBoard = async (): Promise<void> => {
  await engine.database.query('delete from readiness_mark where tenant_id = $1', [tenant.id]);
  await recountAll();
  expect(await recountAll()).toBe(0);
};
const drift = (): Promise<unknown> =>
  engine.database.query('update readiness_period set rank = 0, mildness = 0 where tenant_id = $1', [tenant.id]);
const drifted = async (): Promise<number> => {
  const current = 'select from readiness_period where tenant_id = $1 and is_current and rank = 0';
  return (await engine.database.query(current, [tenant.id])).length;
};

describe('a recount of a tenant whose facts change', () => {
  it('compares workers while a change of a need waits to be applied to the people whom the need reaches', async () => {
    await addWorker(tenant, { site: 'North' });
    const needId = await recordedNeed(tenant, { site: 'South', topic: 'Rigging' });
    await storeBoard();
    await drift();
    const mark = 'insert into readiness_mark (tenant_id, need_id) values ($1, $2)';
    await engine.database.query(mark, [tenant.id, ids.parse('need', needId)]);
    expect(await recountAll()).toBe(1);
    expect(await drifted()).toBe(0);
  });

  it('counts no drift of a worker whose facts change meanwhile', async () => {
    const { id } = await addWorker(tenant);
    await storeBoard();
    const workerId = ids.parse('wrk', id);
    const counted = await engine.database.inTransaction(async (tx) => {
      await tx.query('lock table credential in access exclusive mode');
      const running = recountAll();
      await eventuallyLocked(engine);
      await tx.query(
        `insert into credential (tenant_id, id, worker_id, name, name_key, expires_at)
          values ($1, uuid_next(), $2, 'WAH licence', 'wah licence', now() - interval '1 day')`,
        [tenant.id, workerId],
      );
      await tx.query('insert into readiness_mark (tenant_id, worker_id) values ($1, $2)', [tenant.id, workerId]);
      await tx.query('commit');
      return running;
    });
    expect(counted).toBe(0);
  });

  it('counts no drift of a worker whose need its source has just closed', async () => {
    await addWorker(tenant, { site: 'North' });
    const key = { site: 'North', dedupe_key: 'k' };
    const needId = ids.parse('need', await recordedNeed(tenant, { ...key, topic: 'Rigging', severity: 4 }));
    await engine.database.query(
      `with resolved as (update need set unresolved_since = null, resolved_at = now() where id = $1)
        insert into need_person (tenant_id, need_id, worker_id)
        select tenant_id, $1, id from worker where tenant_id = $2`,
      [needId, tenant.id],
    );
    await storeBoard();
    await tenant.send({ event: 'signal.incident', data: { ...key, action: 'resolve' } });
    expect(await recountAll()).toBe(0);
  });
});

describe('a complete recount', () => {
  it('is repeated the next day if the process that ran it stopped before its end', async () => {
    await addManyWorkers(engine, tenant, 600);
    await storeBoard();
    await drift();
    await engine.database.query(
      `update tenant set recount_began_at = null, recounted_at = now() - interval '30 days' where id = $1`,
      [tenant.id],
    );
    const stopping = new AbortController();
    await engine.database.inTransaction(async (tx) => {
      await tx.query('lock table credential in access exclusive mode');
      const running = recount.recountDue(stopping.signal);
      await eventuallyLocked(engine);
      stopping.abort();
      await tx.query('commit');
      await running;
    });
    expect(await drifted()).toBe(100);
    await recount.recountDue(NEVER);
    expect(await drifted()).toBe(100);
    await engine.database.query(
      `update tenant set recount_began_at = recount_began_at - interval '1 day',
        recounted_at = recounted_at - interval '1 day' where id = $1`,
      [tenant.id],
    );
    await recount.recountDue(NEVER);
    expect(await drifted()).toBe(0);
  });
});
