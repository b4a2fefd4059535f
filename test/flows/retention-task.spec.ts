import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-worker.js';

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

const agesOf = async (tenant: TestTenant): Promise<number[]> => (await storedOf(tenant)).map(({ age }) => age);

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

/** Runs a worker until an assertion holds. */
const worker = (assertion: () => Promise<void>): Promise<void> => withWorker(engine, () => eventually(assertion));

describe('a run of the retention task', () => {
  it('drops whole expired months of one tenant, keeps the same months of another, and keeps all needs', async () => {
    const [brief, yearly] = [await tenantKeeping(1), await tenantKeeping(12)];
    for (const age of [14, 5, 3, 0]) {
      await recordedAgo(brief, age, 1);
      await recordedAgo(yearly, age, 12);
    }
    await Promise.all([brief.send(EVENT), yearly.send(EVENT)]);
    const expired = [await nameOf(1, 14), await nameOf(1, 5), await nameOf(1, 3), await nameOf(12, 14)];
    expect([...(await partitionsOf(1)), ...(await partitionsOf(12))]).toEqual(expect.arrayContaining(expired));
    await worker(async () => {
      const left = [...(await partitionsOf(1)), ...(await partitionsOf(12))];
      expect(left.filter((name) => expired.includes(name))).toEqual([]);
    });
    expect(await agesOf(brief)).toEqual([0]);
    expect(await agesOf(yearly)).toEqual([0, 3, 5]);
    for (const tenant of [brief, yearly]) {
      const { body } = await tenant.admin<{ items: object[] }>('GET', '/needs');
      expect(body.items).toHaveLength(1);
    }
  });

  it('applies a shorter time to stored signals in batches, and to no other tenant', async () => {
    const [changed, other] = [await tenantKeeping(12), await tenantKeeping(12)];
    for (const tenant of [changed, other]) {
      await recordedAgo(tenant, 8, 12, { signals: 3 });
      await recordedAgo(tenant, 2, 12, { signals: 4_100 });
      await tenant.send(EVENT);
    }
    await keep(changed, 6);
    await worker(async () =>
      expect((await storedOf(changed)).map(({ months, age, signals }) => ({ months, age, signals }))).toEqual([
        { months: 6, age: 0, signals: 1 },
        { months: 6, age: 2, signals: 4_100 },
      ]),
    );
    expect(await partitionsOf(6)).not.toContain(await nameOf(6, 8));
    expect((await storedOf(changed)).map(({ partition }) => partition)).toEqual([
      await nameOf(6, 0),
      await nameOf(6, 2),
    ]);
    expect((await storedOf(other)).map(({ months, age, signals }) => ({ months, age, signals }))).toEqual([
      { months: 12, age: 0, signals: 1 },
      { months: 12, age: 2, signals: 4_100 },
      { months: 12, age: 8, signals: 3 },
    ]);
  });

  it('applies a longer time to signals that are not dropped yet', async () => {
    const tenant = await tenantKeeping(1);
    await recordedAgo(tenant, 5, 1);
    await keep(tenant, 24);
    await worker(async () =>
      expect(await storedOf(tenant)).toEqual([{ months: 24, age: 5, signals: 1, partition: await nameOf(24, 5) }]),
    );
  });

  it('checks a changed tenant for an hour, since another process may still record in the old class', async () => {
    const tenant = await tenantKeeping(6);
    const changedAt = async (): Promise<unknown> =>
      (
        await engine.database.query('select signal_retention_changed_at as at from tenant where slug = $1', [
          tenant.slug,
        ])
      )[0]?.['at'];
    await recordedAgo(tenant, 0, 12);
    await worker(async () => expect((await storedOf(tenant)).map(({ months }) => months)).toEqual([6]));
    expect(await changedAt()).toBeInstanceOf(Date);
    await engine.database.query(
      `update tenant set signal_retention_changed_at = now() - interval '61 minutes' where slug = $1`,
      [tenant.slug],
    );
    await recordedAgo(tenant, 0, 12);
    await worker(async () => expect(await changedAt()).toBeNull());
    expect((await storedOf(tenant)).map(({ months }) => months)).toEqual([6]);
  });
});
