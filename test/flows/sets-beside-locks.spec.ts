import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { offeredNeed } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { raisedNeed } from '../factories/needs.js';
import { boardLines } from '../factories/readiness.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

/** Holds a lock of tenants, while the work on each waits for it in a set of its own. */
async function whileWaiting(
  lock: string,
  tenants: readonly TestTenant[],
  begin: (tenant: TestTenant) => Promise<unknown>,
  work: () => Promise<void>,
): Promise<void> {
  await engine.database.inTransaction(async (tx) => {
    for (const [index, tenant] of tenants.entries()) {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${lock}:${tenant.id}`]);
      await begin(tenant);
      await eventuallyLocked(engine, index + 1);
    }
    await work();
  });
}

describe('while as many tenants as there are sets at the same time wait for locks', () => {
  it('needs of another tenant are resolved', async () => {
    const locked = [await engine.createTenant(), await engine.createTenant()];
    const other = await engine.createTenant();
    const signal = { site: 'North', topic: 'Rigging' };
    await whileWaiting(
      'resolution',
      locked,
      (tenant) => sendSignal(tenant, signal),
      async () => expect(await raisedNeed(other, signal)).toMatchObject({ status: 'open' }),
    );
  });

  it('needs of another tenant are resolved while people are assigned courses', async () => {
    const locked = [await engine.createTenant(), await engine.createTenant()];
    const other = await engine.createTenant();
    const signal = { site: 'North', topic: 'Rigging', dedupe_key: 'the same' };
    for (const tenant of locked) await raisedNeed(tenant, signal);
    await whileWaiting(
      'assign',
      locked,
      (tenant) => sendSignal(tenant, signal, 'near_miss'),
      async () => expect(await raisedNeed(other, signal)).toMatchObject({ status: 'open' }),
    );
  });

  it('needs of another tenant are resolved while people are assigned courses that new needs recommend', async () => {
    const locked = [await engine.createTenant(), await engine.createTenant()];
    const other = await engine.createTenant();
    const signal = { external_worker_id: 'Ada', topic: 'Rigging' };
    for (const tenant of locked) {
      await publishedCourse(tenant, { title: 'Rigging' });
      await addWorker(tenant);
      await offeredNeed(tenant, signal);
    }
    await whileWaiting(
      'assign',
      locked,
      (tenant) => sendSignal(tenant, signal, 'near_miss'),
      async () => expect(await raisedNeed(other, signal)).toMatchObject({ status: 'open' }),
    );
  });

  it('needs of another tenant are resolved while people are assigned courses and renew what expires', async () => {
    const locked = [await engine.createTenant(), await engine.createTenant()];
    const other = await engine.createTenant();
    const signal = { external_worker_id: 'Ada', topic: 'WAH licence', expires_at: '2099-01-31' };
    for (const tenant of locked) {
      await addWorker(tenant);
      await raisedNeed(tenant, signal, 'credential_expiring');
    }
    await whileWaiting(
      'assign',
      locked,
      (tenant) => addCredential(tenant, { externalWorkerId: 'Ada', expiresAt: '2099-12-31' }),
      async () => expect(await raisedNeed(other, signal)).toMatchObject({ status: 'open' }),
    );
  });

  it('the board of another tenant is computed', async () => {
    const [locked, other] = [await engine.createTenant(), await engine.createTenant()];
    await whileWaiting(
      'readiness',
      [locked],
      (tenant) => addWorker(tenant),
      async () => {
        await addWorker(other, { name: 'Ben' });
        await addCredential(other, { externalWorkerId: 'Ben', expiresAt: '2020-01-01' });
        await eventually(async () =>
          expect(await boardLines(other)).toEqual(['Ben | not_ready | credential_expired 4']),
        );
      },
    );
  });
});
