import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { wallFaults } from '../contract/walls.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const EVENT = { event: 'signal.incident', data: { site: 'Site A', topic: 'Manual Handling' } };

/** A UUIDv7 of so many months ago. */
const ID_OF_AGE = `(left(uuid_floor(now() - make_interval(months => $2))::text, 14) || '7' || substr(gen_random_uuid()::text, 16))::uuid`;

interface Stored {
  readonly months: number;
  readonly age: number;
  readonly partition: string;
  readonly signals: number;
}

let engine: TestEngine;

// The api alone: a round of retention is made when a test starts a worker.
beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

/** A tenant that keeps its signals for so many months. */
async function tenantKeeping(months: number): Promise<TestTenant> {
  const tenant = await engine.createTenant();
  await keep(tenant, months);
  return tenant;
}

async function keep({ slug }: TestTenant, months: number): Promise<void> {
  expect((await engine.operator('PATCH', `/tenants/${slug}`, { signalRetentionMonths: months })).status).toBe(200);
}

/**
 * Stores signals as they were recorded so many months ago, of a class; their partition is made as it was then, or left
 * out.
 */
async function recordedAgo(
  { slug }: TestTenant,
  age: number,
  months: number,
  { signals = 1, partition = true } = {},
): Promise<void> {
  if (partition)
    await engine.database.query('select ensure_signal_partition($1, now() - make_interval(months => $2))', [
      months,
      age,
    ]);
  await engine.database.query(
    `insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw)
     select id, ${ID_OF_AGE}, $3, null, 'old', 'k', 'nothing_open', '{}' from tenant, generate_series(1, $4) where slug = $1`,
    [slug, age, months, signals],
  );
}

/** What is stored of a tenant, by class and age in months. */
function storedOf({ slug }: TestTenant): Promise<Stored[]> {
  return engine.database.query<Stored>(
    `select retention_months as months, signal.tableoid::regclass::text as partition, count(*)::int as signals,
       extract(year from age)::int * 12 + extract(month from age)::int as age
     from tenant join signal on tenant_id = tenant.id cross join age(date_trunc('month', now(), 'UTC'), date_trunc('month', uuid_time(signal.id), 'UTC')) as age
     where slug = $1 group by 1, 2, 4 order by 4, 1`,
    [slug],
  );
}

/** The names of the partitions of a class, its default one left out. */
async function partitionsOf(months: number): Promise<string[]> {
  const rows = await engine.database.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relname ~ $1 order by 1`,
    [`^signal_${months}m_\\d`],
  );
  return rows.map(({ name }) => name);
}

/** The name of the partition of a class for the month so many months ago. */
async function nameOf(months: number, age: number): Promise<string> {
  const [row] = await engine.database.query<{ name: string }>(
    `select format('signal_%sm_%s', $1::int, to_char((now() - make_interval(months => $2)) at time zone 'UTC', 'YYYY_MM')) as name`,
    [months, age],
  );
  return row?.name ?? '';
}

/** A connection of the application's role. */
async function asApp<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: engine.database.appUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Sends events without a pause while `work` runs. @returns how they were answered, and the longest that one took */
async function sendingDuring(
  tenant: TestTenant,
  work: () => Promise<unknown>,
): Promise<{ sent: number; statuses: number[]; longestMs: number }> {
  const statuses: number[] = [];
  let longestMs = 0;
  const done = new AbortController();
  const sender = async (): Promise<void> => {
    while (!done.signal.aborted) {
      const start = performance.now();
      statuses.push((await tenant.send(EVENT)).status);
      longestMs = Math.max(longestMs, performance.now() - start);
    }
  };
  const senders = Array.from({ length: 4 }, sender);
  await work().finally(() => done.abort());
  await Promise.all(senders);
  return { sent: statuses.length, statuses: [...new Set(statuses)], longestMs };
}

describe("the retention of a tenant's signals", () => {
  it('is a year by default, can be set by the operator, and is audited', async () => {
    const { slug } = await engine.createTenant();
    const { items } = (await (await engine.operator('GET', '/tenants?limit=200')).json()) as {
      items: Array<{ slug: string }>;
    };
    expect(items.find((tenant) => tenant.slug === slug)).toMatchObject({ signalRetentionMonths: 12 });
    const answer = await engine.operator('PATCH', `/tenants/${slug}`, { signalRetentionMonths: 36 });
    expect(await answer.json()).toMatchObject({ slug, signalRetentionMonths: 36 });
    expect(
      await engine.database.query(
        `select before, after from audit_entry where subject_id = $1 and action = 'tenant.changed'`,
        [slug],
      ),
    ).toEqual([
      { before: expect.objectContaining({ signalRetentionMonths: 12 }), after: { signalRetentionMonths: 36 } },
    ]);
  });

  it.each([0, 2, 13, 85, '12', null])('cannot be %j', async (months) => {
    const { slug } = await engine.createTenant();
    const answer = await engine.operator('PATCH', `/tenants/${slug}`, { signalRetentionMonths: months });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'signalRetentionMonths' }] });
  });

  it('is stored with each signal after a change, in a partition of its class', async () => {
    const tenant = await engine.createTenant();
    await tenant.send(EVENT);
    await keep(tenant, 6);
    await tenant.send(EVENT);
    expect(await storedOf(tenant)).toEqual([
      { months: 6, age: 0, signals: 1, partition: await nameOf(6, 0) },
      { months: 12, age: 0, signals: 1, partition: await nameOf(12, 0) },
    ]);
  });

  it('is not changed while its first partitions cannot be created', async () => {
    const { slug } = await engine.createTenant();
    const reader = new pg.Client({ connectionString: engine.database.ownerUrl });
    await reader.connect();
    await reader.query('begin; select from signal_24m_default');
    const answer = await engine.operator('PATCH', `/tenants/${slug}`, { signalRetentionMonths: 24 });
    await reader.query('commit');
    await reader.end();
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'partitions_locked' });
    expect(
      await engine.database.query('select signal_retention_months as months from tenant where slug = $1', [slug]),
    ).toEqual([{ months: 12 }]);
    expect((await engine.operator('PATCH', `/tenants/${slug}`, { signalRetentionMonths: 24 })).status).toBe(200);
  });

  it("hides expired signals in the signal log and in a need's timeline, even if their partition still exists", async () => {
    const tenant = await engine.createTenant();
    await tenant.send(EVENT);
    await recordedAgo(tenant, 2, 12);
    await engine.database.query(
      `update signal set need_id = need.id, outcome = 'joined' from need where need.tenant_id = signal.tenant_id and signal.type = 'old' and need.tenant_id = $1`,
      [tenant.id],
    );
    await engine.database.query(`update need set first_seen_at = now() - interval '3 months' where tenant_id = $1`, [
      tenant.id,
    ]);
    const types = async (): Promise<string[][]> => {
      const log = await tenant.admin<{ items: Array<{ type: string; needId: string }> }>('GET', '/signals');
      const need = await tenant.admin<{ signals: Array<{ type: string }> }>(
        'GET',
        `/needs/${log.body.items[0]?.needId}`,
      );
      return [log.body.items, need.body.signals].map((signals) => signals.map(({ type }) => type));
    };
    const { body } = await tenant.admin<{ items: Array<{ id: string }> }>('GET', '/signals?type=old');
    expect(await types()).toEqual([
      ['incident', 'old'],
      ['incident', 'old'],
    ]);
    await keep(tenant, 1);
    expect(await types()).toEqual([['incident'], ['incident']]);
    expect((await tenant.admin('GET', `/signals/${body.items[0]?.id}`)).status).toBe(404);
    await keep(tenant, 3);
    expect((await tenant.admin('GET', `/signals/${body.items[0]?.id}`)).status).toBe(200);
  });
});

describe('the partitions of signals', () => {
  it('are created once by concurrent processes, with every wall', async () => {
    await engine.database.query(`update tenant set signal_retention_months = 84 where slug = $1`, [
      (await engine.createTenant()).slug,
    ]);
    expect(await partitionsOf(84)).toEqual([]);
    await Promise.all(
      Array.from({ length: 8 }, () => asApp((client) => client.query('select ensure_signal_partitions()'))),
    );
    expect(await partitionsOf(84)).toEqual([await nameOf(84, 0), await nameOf(84, -1), await nameOf(84, -2)]);
    expect(await wallFaults(engine.database)).toEqual([]);
  });

  it('receive signals that arrived before they existed, of any month, while signals are recorded', async () => {
    const tenant = await engine.createTenant();
    await engine.database.query(`update tenant set signal_retention_months = 24 where slug = $1`, [tenant.slug]);
    const ages = [0, -1, 3, 20];
    for (const age of ages) {
      await engine.database.query(`drop table if exists ${await nameOf(24, age)}`);
      await recordedAgo(tenant, age, 24, { signals: 2_000, partition: false });
    }
    expect(new Set((await storedOf(tenant)).map(({ partition }) => partition))).toEqual(
      new Set(['signal_24m_default']),
    );
    const { sent, statuses, longestMs } = await sendingDuring(await engine.createTenant(), () =>
      asApp((client) => client.query('select ensure_signal_partitions()')),
    );
    expect(sent).toBeGreaterThan(0);
    expect(statuses).toEqual([200]);
    expect(longestMs).toBeLessThan(2_000);
    expect(await storedOf(tenant)).toEqual(
      await Promise.all(
        ages
          .toSorted((one, two) => one - two)
          .map(async (age) => ({ months: 24, age, signals: 2_000, partition: await nameOf(24, age) })),
      ),
    );
    expect(await wallFaults(engine.database)).toEqual([]);
  });

  it('are not dropped while they are read, and do not block recording', async () => {
    const tenant = await tenantKeeping(1);
    await recordedAgo(tenant, 4, 1);
    const name = await nameOf(1, 4);
    const drop = async (client: pg.Client): Promise<string | null> =>
      (await client.query<{ name: string | null }>('select drop_expired_signal_partition() as name')).rows[0]?.name ??
      null;
    const reader = new pg.Client({ connectionString: engine.database.ownerUrl });
    await reader.connect();
    await reader.query('begin');
    await reader.query(`select from ${name}`);
    const { statuses, longestMs } = await sendingDuring(tenant, () =>
      asApp(async (client) => expect(await drop(client)).toBeNull()),
    );
    expect(statuses).toEqual([200]);
    expect(longestMs).toBeLessThan(2_000);
    expect(await partitionsOf(1)).toContain(name);
    await reader.query('commit');
    await reader.end();
    expect(await asApp(drop)).toBe(name);
    expect(await partitionsOf(1)).not.toContain(name);
  });
});
