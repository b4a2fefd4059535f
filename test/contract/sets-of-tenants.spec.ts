import { sql } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Course } from '#catalog';
import { Resolution, ResolutionModule } from '#needs';
import { Database, type Transaction, asOneOf } from '#platform/database';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { tenantsAlike } from '../factories/tenants.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess } from '../harness/with-process.js';
import { NONE, strangers } from './strangers.js';

const TOPIC = 'Working at Heights';
const OF_ADA = { external_worker_id: 'W-1', email: 'ada@example.com', topic: TOPIC };

/** What a set of needs of several tenants is resolved to, and whose rows its transaction shows. */
describe('a set of needs of several tenants', () => {
  let engine: TestEngine;
  let tenants: TestTenant[];
  const inSet = (): string[] => tenants.slice(0, 2).map(({ id }) => id);

  beforeAll(async () => {
    // The test resolves needs itself: no job does.
    engine = await startEngine({ worker: false, modules: [ResolutionModule] });
    tenants = await tenantsAlike(engine, 'North');
    for (const tenant of tenants)
      await publishedCourse(tenant, { title: `${TOPIC} of ${tenant.slug}`, topics: [TOPIC] });
  });
  afterAll(() => engine.close());

  beforeEach(async () => {
    await engine.database.query('truncate need, need_person, signal, readiness_mark');
    for (const tenant of tenants) {
      await sendSignal(tenant, { ...OF_ADA, dedupe_key: 'from A' });
      await sendSignal(tenant, { ...OF_ADA, dedupe_key: 'from B', severity: 4 });
      await sendSignal(tenant, { site: 'North', topic: TOPIC, dedupe_key: 'of the site' });
      await sendSignal(tenant, { site: 'North', topic: TOPIC, dedupe_key: 'of the site again' });
    }
  });

  /** Raises needs until each of these tenants has so many. */
  const raiseMore = (of: readonly string[], needs: number): Promise<unknown> =>
    engine.database.query(
      `insert into need (tenant_id, id, dedupe_key, type, topic, severity, audience_kind, site, site_key, first_seen_at,
          last_seen_at, status, recommendation, evidence, unresolved_since)
       select tenant_id, gen_random_uuid(), 'k' || n, type, topic, severity, audience_kind, site, site_key,
         first_seen_at, last_seen_at, status, recommendation, evidence, unresolved_since
       from need, generate_series(5, $2) as n where tenant_id = any($1) and dedupe_key = 'of the site'`,
      [of, needs],
    );

  /** How many index entries of unresolved needs PostgreSQL has read. */
  const entriesRead = async (): Promise<number> => {
    await engine.app
      .get(Database)
      .inTenants(inSet(), (tx) => tx.execute(sql`select pg_stat_force_next_flush()::text as flushed`));
    const [row] = await engine.database.query<{ read: number }>(
      "select idx_tup_read::int as read from pg_stat_user_indexes where indexrelname = 'need_unresolved'",
    );
    return row?.read ?? 0;
  };

  const resolved = (): Promise<unknown[]> =>
    engine.database.query(
      'select slug, count(resolved_at)::int as needs from need join tenant on tenant.id = tenant_id group by slug order by slug',
    );

  it('is resolved with the workers, courses, people and gaps of each tenant, and of none beside the set', async () => {
    const { done } = await engine.app.get(Resolution).resolveSet(inSet());
    expect([...done.keys()].toSorted()).toEqual(inSet().toSorted());
    expect(await strangers(engine.database)).toEqual(NONE);
    expect(await resolved()).toEqual([
      { slug: 'one', needs: 4 },
      { slug: 'outside', needs: 0 },
      { slug: 'two', needs: 4 },
    ]);
  });

  it('has the rest of a tenant, whose needs did not all fit, in the next set', async () => {
    const [one = '', two = ''] = inSet();
    await raiseMore([one, two], 100);
    const resolution = engine.app.get(Resolution);
    expect([...(await resolution.resolveSet([one, two])).done.keys()]).toEqual([one]);
    expect(await resolved()).toContainEqual({ slug: 'two', needs: 50 });
    expect((await resolution.resolveSet([two])).done.get(two)).toMatchObject({ hasMore: false });
    expect(await resolved()).toContainEqual({ slug: 'two', needs: 100 });
  });

  it('reads what waits once at most, by statistics of a time at which hardly any need waited', async () => {
    const [one = '', two = ''] = inSet();
    await raiseMore([two], 2_000);
    await engine.database.query('update need set unresolved_since = null, resolved_at = now()');
    await engine.database.query('analyze need');
    await engine.database.query('update need set unresolved_since = now(), resolved_at = null');
    await raiseMore([one], 100);
    const before = await entriesRead();
    await engine.app.get(Resolution).resolveSet([one, two]);
    expect(await resolved()).toContainEqual({ slug: 'two', needs: 50 });
    // The set may have had another connection, which reports its statistics within ten seconds.
    const read = await eventually(async () => {
      const entries = (await entriesRead()) - before;
      expect(entries).toBeGreaterThanOrEqual(150);
      return entries;
    });
    expect(read).toBeLessThan(1.5 * 2_100);
  });

  it('is resolved so by the joins of the statements alone, for a role that bypasses row level security', async () => {
    const environment = { DATABASE_URL: engine.database.ownerUrl };
    await withProcess(engine, { worker: false, modules: [ResolutionModule], environment }, async (open) => {
      await open.app.get(Resolution).resolveSet(inSet());
      expect(await strangers(engine.database)).toEqual(NONE);
      expect(await resolved()).toContainEqual({ slug: 'outside', needs: 0 });
    });
  });

  it('shows a statement without any condition the rows of these tenants only, and of one of them where it is narrowed', async () => {
    const counted = async (tx: Transaction): Promise<unknown> => {
      const tenantsOfRows = await tx.execute<object[]>(sql`select distinct tenant_id from course`);
      return [tenantsOfRows.length, (await tx.find(Course, {})).length];
    };
    const [one = '', , outside = ''] = tenants.map(({ id }) => id);
    await engine.app.get(Database).inTenants(inSet(), async (tx) => {
      expect(await counted(tx)).toEqual([2, 2]);
      expect(await asOneOf(tx, one, counted)).toEqual([1, 1]);
      expect(await counted(tx)).toEqual([2, 2]);
      await expect(asOneOf(tx, one, () => Promise.reject(new Error('fails')))).rejects.toThrow('fails');
      expect(await counted(tx)).toEqual([2, 2]);
      await expect(asOneOf(tx, outside, counted)).rejects.toThrow('not in the scope');
    });
  });
});
