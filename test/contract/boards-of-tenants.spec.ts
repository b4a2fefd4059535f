import { Module } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Resolution, ResolutionModule } from '#needs';
import { Recompute } from '#readiness';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { tenantsAlike } from '../factories/tenants.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess } from '../harness/with-process.js';

/** Resolves needs and computes boards when the test says so, and not by jobs. */
@Module({ imports: [ResolutionModule], providers: [Recompute] })
class ByHand {}

/** The boards of several tenants, computed in one transaction. */
describe('a set of boards of several tenants', () => {
  let engine: TestEngine;
  let tenants: TestTenant[];
  const inSet = (): string[] => tenants.slice(0, 2).map(({ id }) => id);
  const computeSet: Recompute['computeSet'] = (...set) => engine.app.get(Recompute).computeSet(...set);

  beforeAll(async () => {
    engine = await startEngine({ worker: false, modules: [ByHand] });
    tenants = await tenantsAlike(engine, 'South');
    await addRequirement(tenants[0]!, { credential: 'First aid' });
    // A worker of the second tenant has the id of a worker of the first.
    await engine.database.query(
      `insert into worker (tenant_id, id, external_worker_id, name)
       select $2, id, 'W-9', 'Twin' from worker where tenant_id = $1 and external_worker_id = 'W-1'`,
      inSet(),
    );
  });
  afterAll(() => engine.close());

  beforeEach(async () => {
    await engine.database.query(
      'truncate need, need_person, signal, readiness_mark, readiness_period, readiness_cause, readiness_count',
    );
    await sendSignal(tenants[0]!, { external_worker_id: 'W-1', topic: 'Rigging', dedupe_key: 'of one', severity: 4 });
    for (const tenant of tenants) await sendSignal(tenant, { site: 'North', topic: 'Crane', dedupe_key: 'of all' });
    await engine.app.get(Resolution).resolveSet(inSet());
    await engine.database.query('insert into readiness_mark (tenant_id, worker_id) select tenant_id, id from worker');
  });

  /** The people on each board, with the kinds and names of their reasons. */
  const boards = (): Promise<unknown[]> =>
    engine.database.query(`
      select slug, period.name, array_agg(cause.name order by cause.name) filter (where cause.name is not null) as reasons
      from readiness_period period join tenant on tenant.id = period.tenant_id
        left join readiness_cause cause on cause.tenant_id = period.tenant_id and cause.worker_id = period.worker_id
          and cause.valid_to > now()
      where period.is_current group by slug, period.name order by slug, period.name`);
  const EXPECTED = [
    { slug: 'one', name: 'Ada', reasons: ['Crane', 'First aid', 'Rigging'] },
    { slug: 'one', name: 'Only in one', reasons: ['First aid'] },
    { slug: 'two', name: 'Ada', reasons: ['Crane'] },
    { slug: 'two', name: 'Only in two', reasons: null },
    { slug: 'two', name: 'Twin', reasons: null },
  ];

  const counted = (): Promise<unknown[]> =>
    engine.database.query(`
      select slug, sum(people)::int as people from readiness_count join tenant on tenant.id = tenant_id
      where level = 'site' group by slug order by slug`);
  const COUNTED = [
    { slug: 'one', people: 2 },
    { slug: 'two', people: 3 },
  ];

  /** Marks each worker of a tenant so often. */
  const markAll = (tenantId: string | undefined, times: number): Promise<unknown> =>
    engine.database.query(
      `insert into readiness_mark (tenant_id, worker_id)
       select tenant_id, id from worker, generate_series(1, $2) where tenant_id = $1`,
      [tenantId, times],
    );
  const marked = (): Promise<unknown[]> =>
    engine.database.query(
      'select distinct slug from readiness_mark join tenant on tenant.id = tenant_id order by slug',
    );

  it('shows the people, reasons and counts of each tenant, and takes no marks of others', async () => {
    const { done, alone } = await computeSet(inSet());
    expect([...done]).toEqual(inSet().map((tenantId) => [tenantId, false]));
    expect(alone.size).toBe(0);
    expect(await boards()).toEqual(EXPECTED);
    expect(await counted()).toEqual(COUNTED);
    expect(await marked()).toEqual([{ slug: 'outside' }]);
  });

  it('shows the same by the joins of the statements alone, for a role that bypasses row level security', async () => {
    const environment = { DATABASE_URL: engine.database.ownerUrl };
    await withProcess(engine, { worker: false, modules: [ByHand], environment }, async (open) => {
      await open.app.get(Recompute).computeSet(inSet());
      expect(await boards()).toEqual(EXPECTED);
      expect(await counted()).toEqual(COUNTED);
      expect(await marked()).toEqual([{ slug: 'outside' }]);
    });
  });

  it('leaves out a tenant with many marks, whose turn is its own', async () => {
    await markAll(inSet()[0], 60);
    const { done, alone } = await computeSet(inSet());
    expect([[...done.keys()], [...alone]]).toEqual([inSet().slice(1), inSet().slice(0, 1)]);
    expect(await boards()).toEqual(EXPECTED.filter(({ slug }) => slug === 'two'));
    while ((await computeSet([...alone])).done.get(inSet()[0]!) === true);
    expect(await boards()).toEqual(EXPECTED);
    expect(await marked()).toEqual([{ slug: 'outside' }]);
  });

  it('shows a need whose reasons another process ended while this one waited, and that is open again', async () => {
    const [id = ''] = inSet();
    await computeSet([id]);
    const lock = `select pg_advisory_xact_lock(hashtextextended('readiness:' || $1, 0))`;
    await markAll(id, 60);
    await engine.database.inTransaction(async (before) => {
      await before.query(lock, [id]);
      const computed = computeSet([id], true);
      await eventuallyLocked(engine);
      await engine.database.inTransaction(async (other) => {
        const locked = other.query(lock, [id]);
        await eventuallyLocked(engine, 2);
        await before.query('commit');
        await locked;
        await eventuallyLocked(engine);
        const end = `update readiness_cause set valid_to = clock_timestamp() where tenant_id = $1 and name = 'Crane'`;
        await other.query(end, [id]);
        await other.query('delete from readiness_mark where tenant_id = $1', [id]);
        await other.query(
          `insert into readiness_mark (tenant_id, need_id) select tenant_id, id from need
           where tenant_id = $1 and topic = 'Crane'`,
          [id],
        );
        await other.query('commit');
        await computed;
      });
    });
    while ((await computeSet([id])).done.get(id) === true);
    expect(await boards()).toEqual(EXPECTED.filter(({ slug }) => slug === 'one'));
  });

  it('is computed once for a person whom more marks name than one transaction takes', async () => {
    await markAll(inSet()[0], 1_000);
    await computeSet(inSet().slice(0, 1));
    expect(await boards()).toEqual(EXPECTED.filter(({ slug }) => slug === 'one'));
    expect(await marked()).toEqual([{ slug: 'outside' }, { slug: 'two' }]);
  });
});
