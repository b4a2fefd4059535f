import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wallFaults } from '../contract/walls.js';
import { needById } from '../factories/needs.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal, refusedFields } from '../harness/expect-refused.js';
import { operatorOf } from '../harness/operator-answers.js';
import { SignalStore, dropExpiredPartition, sendingDuring } from '../harness/stored-signals.js';

const EVENT = { event: 'signal.incident', data: { site: 'Site A', topic: 'Manual Handling' } };

let engine: TestEngine;
let store: SignalStore;

// The api alone: a round of retention is made when a test starts a worker.
beforeAll(async () => {
  engine = await startEngine({ worker: false });
  store = new SignalStore(engine);
});
afterAll(() => engine.close());

const operator = operatorOf(() => engine);
const keep = (slug: string, months: unknown) =>
  operator('PATCH', `/tenants/${slug}`, { signalRetentionMonths: months });

const ensurePartitions = (): Promise<unknown> =>
  engine.database.asApp((app) => app.query('select ensure_signal_partitions()'));

describe("the retention of a tenant's signals", () => {
  it('is a year by default, can be set by the operator, and is audited', async () => {
    const { slug } = await engine.createTenant();
    const { body } = await operator('GET', '/tenants?limit=200');
    const tenant = expect.objectContaining({ slug, signalRetentionMonths: 12 });
    expect(body).toMatchObject({ items: expect.arrayContaining([tenant]) });
    expect((await keep(slug, 36)).body).toMatchObject({ slug, signalRetentionMonths: 36 });
    const entries = await engine.database.query(
      `select before, after from audit_entry where subject_id = $1 and action = 'tenant.changed'`,
      [slug],
    );
    const before = expect.objectContaining({ signalRetentionMonths: 12 });
    expect(entries).toEqual([{ before, after: { signalRetentionMonths: 36 } }]);
  });

  it.each([0, 2, 13, 85, '12', null])('cannot be %j', async (months) => {
    const { slug } = await engine.createTenant();
    expect(refusedFields(await keep(slug, months))).toEqual(['signalRetentionMonths']);
  });

  it('is stored with each signal after a change, in a partition of its class', async () => {
    const tenant = await engine.createTenant();
    await tenant.send(EVENT);
    await store.keep(tenant, 6);
    await tenant.send(EVENT);
    expect(await store.storedOf(tenant)).toEqual([
      { months: 6, age: 0, signals: 1, partition: await store.nameOf(6, 0) },
      { months: 12, age: 0, signals: 1, partition: await store.nameOf(12, 0) },
    ]);
  });

  it('is not changed while its first partitions cannot be created', async () => {
    const { slug } = await engine.createTenant();
    const answer = await engine.database.inTransaction(async (reader) => {
      await reader.query('select from signal_24m_default');
      return await keep(slug, 24);
    });
    expect(answer).toMatchObject(refusal(503, 'partitions_locked'));
    const stored = 'select signal_retention_months as months from tenant where slug = $1';
    expect(await engine.database.query(stored, [slug])).toEqual([{ months: 12 }]);
    expect((await keep(slug, 24)).status).toBe(200);
  });

  it("hides expired signals in the signal log and in a need's timeline, even if their partition still exists", async () => {
    const tenant = await engine.createTenant();
    await tenant.send(EVENT);
    await store.recordedAgo(tenant, 2, 12);
    await engine.database.query(
      `update signal set need_id = need.id, outcome = 'joined' from need where need.tenant_id = signal.tenant_id
        and signal.type = 'old' and need.tenant_id = $1`,
      [tenant.id],
    );
    const age = `update need set first_seen_at = now() - interval '3 months' where tenant_id = $1`;
    await engine.database.query(age, [tenant.id]);
    const types = async (): Promise<string[][]> => {
      const { items } = await tenant.api.listSignals();
      const { signals } = await needById(tenant, items[0]?.needId ?? '');
      return [items, signals].map((all) => all.map(({ type }) => type));
    };
    const [old] = (await tenant.api.listSignals({ query: { type: 'old' } })).items;
    const both = ['incident', 'old'];
    expect(await types()).toEqual([both, both]);
    await store.keep(tenant, 1);
    expect(await types()).toEqual([['incident'], ['incident']]);
    expect((await tenant.admin('GET', `/signals/${old?.id}`)).status).toBe(404);
    await store.keep(tenant, 3);
    expect((await tenant.admin('GET', `/signals/${old?.id}`)).status).toBe(200);
  });
});

describe('the partitions of signals', () => {
  it('are created once by concurrent processes, with every wall', async () => {
    const { slug } = await engine.createTenant();
    await engine.database.query(`update tenant set signal_retention_months = 84 where slug = $1`, [slug]);
    expect(await store.partitionsOf(84)).toEqual([]);
    await Promise.all(Array.from({ length: 8 }, ensurePartitions));
    const names = await Promise.all([0, -1, -2].map((age) => store.nameOf(84, age)));
    expect(await store.partitionsOf(84)).toEqual(names);
    expect(await wallFaults(engine.database)).toEqual([]);
  });

  it('receive signals that arrived before they existed, of any month, while signals are recorded', async () => {
    const ages = [0, -1, 3, 20];
    // While the machine pauses, an event may get a 503: then this is done for another tenant.
    const tenant = await eventually(async () => {
      const early = await engine.createTenant();
      await engine.database.query(`update tenant set signal_retention_months = 24 where slug = $1`, [early.slug]);
      for (const age of ages) {
        await engine.database.query(`drop table if exists ${await store.nameOf(24, age)}`);
        await store.recordedAgo(early, age, 24, { signals: 2_000, partition: false });
      }
      const partitions = (await store.storedOf(early)).map(({ partition }) => partition);
      expect(new Set(partitions)).toEqual(new Set(['signal_24m_default']));
      expect(await sendingDuring(await engine.createTenant(), EVENT, ensurePartitions)).toEqual(new Set([200]));
      return early;
    });
    const expected = ages
      .toSorted((one, two) => one - two)
      .map(async (age) => ({ months: 24, age, signals: 2_000, partition: await store.nameOf(24, age) }));
    expect(await store.storedOf(tenant)).toEqual(await Promise.all(expected));
    expect(await wallFaults(engine.database)).toEqual([]);
  });

  it('are not dropped while they are read, and do not block recording', async () => {
    const tenant = await store.tenantKeeping(1);
    await store.recordedAgo(tenant, 4, 1);
    const name = await store.nameOf(1, 4);
    await engine.database.inTransaction(async (reader) => {
      await reader.query(`select from ${name}`);
      // While the machine pauses, an event may get a 503.
      await eventually(async () => {
        const statuses = await sendingDuring(tenant, EVENT, async () =>
          expect(await engine.database.asApp(dropExpiredPartition)).toBeNull(),
        );
        expect(statuses).toEqual(new Set([200]));
      });
      expect(await store.partitionsOf(1)).toContain(name);
    });
    expect(await engine.database.asApp(dropExpiredPartition)).toBe(name);
    expect(await store.partitionsOf(1)).not.toContain(name);
  });
});
