import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { expectNeed, needById, raisedNeed } from '../factories/needs.js';
import { changeWorker, hire } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a worker who leaves a cohort', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { topics: ['Manual Handling'] });
  });

  const leave = (id: string): Promise<unknown> => changeWorker(tenant, id, { active: false });
  const need = async (data: object): Promise<string> =>
    (await raisedNeed(tenant, { topic: 'Manual Handling', ...data })).id;

  it.each([
    { change: { active: false }, withinMs: 0 },
    // The job that resolves the need of the cohort again completes it.
    { change: { site: 'Site B' }, withinMs: 25_000 },
  ])(
    'or moves to another site, completes the need of the cohort if all others have answered: $change',
    async ({ change, withinMs }) => {
      await hire(tenant, 'Ada', 'Site A');
      const ben = await hire(tenant, 'Ben', 'Site A');
      const cohort = await need({ site: 'Site A' });
      await offer(tenant, cohort);
      await completeAll(tenant, 'Ada');
      expect((await needById(tenant, cohort)).status).toBe('in_progress');
      await changeWorker(tenant, ben, change);
      await eventually(
        async () =>
          expect(await needById(tenant, cohort)).toMatchObject({ status: 'completed', audience: { people: 1 } }),
        withinMs,
      );
    },
  );

  it('cancels an offer that reached nobody else', async () => {
    const ada = await hire(tenant, 'Ada', 'Site A');
    await hire(tenant, 'Ben', 'Site A');
    const cohort = await need({ site: 'Site A' });
    await offer(tenant, cohort, { target: { kind: 'worker', id: ada } });
    expect((await needById(tenant, cohort)).status).toBe('offered');
    await leave(ada);
    expect(await needById(tenant, cohort)).toMatchObject({
      status: 'open',
      dueAt: null,
      audience: { people: 1 },
      history: [{ action: 'need.withdrawn', after: { reason: 'left' } }, {}],
    });
  });

  it('leaves a need to an earlier offer, if nobody else takes the course of the latest one', async () => {
    const ada = await hire(tenant, 'Ada', 'Site A');
    const ben = await hire(tenant, 'Ben', 'Site A');
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
    const cohort = await need({ site: 'Site A' });
    await offer(tenant, cohort, { target: { kind: 'worker', id: ben } });
    await offer(tenant, cohort, { target: { kind: 'worker', id: ada }, courseId });
    await leave(ada);
    await completeAll(tenant, 'Ben');
    expect((await needById(tenant, cohort)).status).toBe('completed');
  });

  it('leaves a need to an earlier offer, if they have the course of the latest one by another need', async () => {
    const ada = await hire(tenant, 'Ada', 'Site A');
    await hire(tenant, 'Ben', 'Site A');
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
    await offer(tenant, await need({ external_worker_id: 'Ada', topic: 'Rigging' }));
    const cohort = await need({ site: 'Site A' });
    await offer(tenant, cohort);
    await offer(tenant, cohort, { target: { kind: 'worker', id: ada }, courseId });
    await leave(ada);
    await completeAll(tenant, 'Ben');
    expect((await needById(tenant, cohort)).status).toBe('completed');
  });

  it.each([{ active: false }, { site: 'Site B' }])(
    'or moves to another site, leaves no need offered whose course they have by another need: %j',
    async (change) => {
      const ada = await hire(tenant, 'Ada', 'Site A');
      await offer(tenant, await need({ external_worker_id: 'Ada' }));
      const cohort = await need({ site: 'Site A' });
      await offer(tenant, cohort, { target: { kind: 'worker', id: ada } });
      await hire(tenant, 'Ben', 'Site A');
      await changeWorker(tenant, ada, change);
      await expectNeed(tenant, cohort, { status: 'open', dueAt: null });
    },
  );

  it('is assigned nothing by a concurrent offer', async () => {
    const ada = await hire(tenant, 'Ada', 'Site A');
    await hire(tenant, 'Ben', 'Site A');
    const cohort = await need({ site: 'Site A' });
    await engine.database.inTransaction(async (leaving) => {
      // As the engine itself does it: it publishes leavers behind a lock, and all at once.
      await leaving.query(`update worker set active = false where external_worker_id = 'Ada' and tenant_id = $1`, [
        tenant.id,
      ]);
      await leaving.query(`select pg_advisory_xact_lock(hashtextextended('resolution:' || $1, 0))`, [tenant.id]);
      const offered = offer(tenant, cohort);
      await eventuallyLocked(engine);
      await leaving.query('commit');
      expect(await offered).toMatchObject({ counts: { assigned: 1 } });
      expect((await needById(tenant, cohort)).assignments.map(({ worker }) => worker.name)).toEqual(['Ben']);
      expect((await tenant.api.listAssignments({ query: { worker: ada } })).items).toEqual([]);
    });
  });
});
