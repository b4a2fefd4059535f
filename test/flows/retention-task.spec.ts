import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { SignalStore } from '../harness/stored-signals.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

const EVENT = { event: 'signal.incident', data: { site: 'Site A', topic: 'Manual Handling' } };

let engine: TestEngine;
let store: SignalStore;

// The api alone: a round of retention is made when a test starts a worker.
beforeAll(async () => {
  engine = await startEngine({ worker: false });
  store = new SignalStore(engine);
});
afterAll(() => engine.close());

const agesOf = async (tenant: TestTenant): Promise<number[]> => (await store.storedOf(tenant)).map(({ age }) => age);

/** Runs a worker until an assertion holds, or another one: a worker repeats a failed run only after a minute. */
const worker = (assertion: () => Promise<void>): Promise<void> =>
  eventually(() => withWorker(engine, () => eventually(assertion, 10_000)), 40_000);

describe('a run of the retention task', () => {
  it('drops whole expired months of one tenant, keeps the same months of another, and keeps all needs', async () => {
    const [brief, yearly] = [await store.tenantKeeping(1), await store.tenantKeeping(12)];
    for (const age of [14, 5, 3, 0]) {
      await store.recordedAgo(brief, age, 1);
      await store.recordedAgo(yearly, age, 12);
    }
    await Promise.all([brief.send(EVENT), yearly.send(EVENT)]);
    const expired = [
      await store.nameOf(1, 14),
      await store.nameOf(1, 5),
      await store.nameOf(1, 3),
      await store.nameOf(12, 14),
    ];
    expect([...(await store.partitionsOf(1)), ...(await store.partitionsOf(12))]).toEqual(
      expect.arrayContaining(expired),
    );
    await worker(async () => {
      const left = [...(await store.partitionsOf(1)), ...(await store.partitionsOf(12))];
      expect(left.filter((name) => expired.includes(name))).toEqual([]);
    });
    expect(await agesOf(brief)).toEqual([0]);
    expect(await agesOf(yearly)).toEqual([0, 3, 5]);
    for (const tenant of [brief, yearly]) expect((await tenant.api.listNeeds()).items).toHaveLength(1);
  });

  it('deletes the status of expired completions in batches, without waiting for one that is locked', async () => {
    const tenant = await store.tenantKeeping(1);
    await store.completedAgo(tenant, 3, 5_002);
    const rows = (): Promise<object[]> =>
      engine.database.query('select id from completion_signal where tenant_id = $1 limit 2', [tenant.id]);
    await engine.database.inTransaction(async (tx) => {
      const { rows: locked } = await tx.query(
        'select id from completion_signal where tenant_id = $1 limit 1 for update',
        [tenant.id],
      );
      await worker(async () => expect(await rows()).toEqual(locked));
    });
    await worker(async () => expect(await rows()).toEqual([]));
  });

  it('applies a shorter time to stored signals in batches, and to no other tenant', async () => {
    const [changed, other] = [await store.tenantKeeping(12), await store.tenantKeeping(12)];
    for (const tenant of [changed, other]) {
      await store.recordedAgo(tenant, 8, 12, { signals: 3 });
      await store.recordedAgo(tenant, 2, 12, { signals: 4_100 });
      await tenant.send(EVENT);
    }
    await store.keep(changed, 6);
    await worker(async () =>
      expect((await store.storedOf(changed)).map(({ months, age, signals }) => ({ months, age, signals }))).toEqual([
        { months: 6, age: 0, signals: 1 },
        { months: 6, age: 2, signals: 4_100 },
      ]),
    );
    expect(await store.partitionsOf(6)).not.toContain(await store.nameOf(6, 8));
    expect((await store.storedOf(changed)).map(({ partition }) => partition)).toEqual([
      await store.nameOf(6, 0),
      await store.nameOf(6, 2),
    ]);
    expect((await store.storedOf(other)).map(({ months, age, signals }) => ({ months, age, signals }))).toEqual([
      { months: 12, age: 0, signals: 1 },
      { months: 12, age: 2, signals: 4_100 },
      { months: 12, age: 8, signals: 3 },
    ]);
  });

  it('applies a longer time to signals that are not dropped yet', async () => {
    const tenant = await store.tenantKeeping(1);
    await store.recordedAgo(tenant, 5, 1);
    await store.keep(tenant, 24);
    await worker(async () =>
      expect(await store.storedOf(tenant)).toEqual([
        { months: 24, age: 5, signals: 1, partition: await store.nameOf(24, 5) },
      ]),
    );
  });

  it('drops nothing while another worker still applies a longer time', async () => {
    const [tenant, next] = [await store.tenantKeeping(1), await store.tenantKeeping(12)];
    await store.recordedAgo(tenant, 5, 1);
    await store.recordedAgo(next, 5, 12);
    await store.keep(tenant, 24);
    await store.keep(next, 24);
    await engine.database.inTransaction(async (other) => {
      await other.query(`select pg_advisory_xact_lock(hashtext('signal retention'), hashtext($1))`, [tenant.id]);
      await withWorker(engine, async () => {
        await eventually(async () => expect(await store.storedOf(next)).toMatchObject([{ months: 24 }]));
        await sleep(1_000);
      });
      expect(await store.storedOf(tenant)).toMatchObject([{ months: 1, age: 5 }]);
    });
    await worker(async () => expect(await store.storedOf(tenant)).toMatchObject([{ months: 24, age: 5 }]));
  });

  it('checks a changed tenant for an hour, since another process may still record in the old class', async () => {
    const tenant = await store.tenantKeeping(6);
    const changedAt = async (): Promise<unknown> =>
      (
        await engine.database.query('select signal_retention_changed_at as at from tenant where slug = $1', [
          tenant.slug,
        ])
      )[0]?.['at'];
    await store.recordedAgo(tenant, 0, 12);
    await worker(async () => expect((await store.storedOf(tenant)).map(({ months }) => months)).toEqual([6]));
    expect(await changedAt()).toBeInstanceOf(Date);
    await engine.database.query(
      `update tenant set signal_retention_changed_at = now() - interval '61 minutes' where slug = $1`,
      [tenant.slug],
    );
    await store.recordedAgo(tenant, 0, 12);
    await worker(async () => expect(await changedAt()).toBeNull());
    expect((await store.storedOf(tenant)).map(({ months }) => months)).toEqual([6]);
  });
});
