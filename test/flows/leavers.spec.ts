import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { signal } from '../factories/signals.js';
import { addWorker, changeWorker, importWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a worker who leaves', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { topics: ['Manual Handling'] });
  });

  const hire = async (name: string, extra: object = {}): Promise<string> =>
    (await addWorker(tenant, { name, ...extra })).id;
  const leave = (id: string): Promise<unknown> => changeWorker(tenant, id, { active: false });
  const need = async (data: object): Promise<string> =>
    (await raisedNeed(tenant, { topic: 'Manual Handling', ...data })).id;
  const peopleOf = async (id: string): Promise<number> => (await needById(tenant, id)).audience.people;
  /** The entries of the audit log about leavers. */
  const leaverEntries = async (): Promise<object[]> => {
    const { items } = await tenant.api.listAudit({ query: { limit: 200 } });
    return items
      .filter(({ action }) => action.endsWith('.left'))
      .map(({ action, subject, after }) => ({ action, subject, after }));
  };

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['PATCH', (id) => tenant.admin('PATCH', `/workers/${id}`, { active: false })],
    ['PUT', (id) => tenant.admin('PUT', `/workers/${id}`, { active: false })],
    ['DELETE', (id) => tenant.admin('DELETE', `/workers/${id}`)],
    ['a row of an import', () => importWorkers(tenant, 'externalWorkerId,active\nAda,no\n')],
    [
      'a list that does not name them',
      () => importWorkers(tenant, 'externalWorkerId,name\nBen,Ben\n', '?deactivateMissing=true'),
    ],
  ])(
    'by %s needs no training: own needs are closed, assignments cancelled, and cohorts continue without the worker',
    async (_how, makeLeave) => {
      const ada = await hire('Ada', { site: 'Site A' });
      await hire('Ben', { site: 'Site A' });
      await tenant.send([
        signal({ topic: 'Manual Handling', external_worker_id: 'Ada' }, 'own'),
        signal({ topic: 'Manual Handling', external_worker_id: 'Ada' }, 'offered'),
        signal({ topic: 'Manual Handling', site: 'Site A' }, 'cohort'),
        signal({ topic: 'Manual Handling', external_worker_id: 'Ben' }, 'others'),
      ]);
      const raised = await tenant.resolvedNeeds();
      const idOf = (kind: string): string => raised.find(({ type }) => type === kind)?.id ?? '';
      const [own, offered, cohort, others] = [idOf('own'), idOf('offered'), idOf('cohort'), idOf('others')];
      await tenant.api.ungroupNeed({ path: { id: offered } });
      await offer(tenant, offered);
      expect(await makeLeave(ada)).toMatchObject({ status: expect.any(Number) });
      expect(await peopleOf(cohort)).toBe(1);
      expect(await needById(tenant, own)).toMatchObject({
        status: 'resolved',
        history: [{ action: 'need.resolved', after: { status: 'resolved', reason: 'left' } }],
      });
      expect(await needById(tenant, offered)).toMatchObject({
        status: 'resolved',
        assignments: [{ status: 'cancelled' }],
      });
      expect([(await needById(tenant, cohort)).status, (await needById(tenant, others)).status]).toEqual([
        'open',
        'open',
      ]);
      expect(await leaverEntries()).toEqual([
        {
          action: 'worker.left',
          subject: { kind: 'worker', id: ada },
          after: { workers: 1, needs: 2, cohorts: 1, assignments: 1 },
        },
      ]);
    },
  );

  it('is published once, and closes nothing a second time', async () => {
    const ada = await hire('Ada');
    const own = await need({ external_worker_id: 'Ada' });
    for (let times = 0; times < 2; times++) await leave(ada);
    const { version, history } = await needById(tenant, own);
    await tenant.admin('DELETE', `/workers/${ada}`);
    expect(await needById(tenant, own)).toMatchObject({ version, history });
    expect(await leaverEntries()).toHaveLength(1);
  });

  it('gets nothing back on return, except the share in cohorts', async () => {
    const ada = await hire('Ada', { site: 'Site A' });
    const own = await need({ external_worker_id: 'Ada' });
    const cohort = await need({ site: 'Site A' });
    await offer(tenant, own);
    await leave(ada);
    await changeWorker(tenant, ada, { active: true });
    await eventually(async () => expect(await peopleOf(cohort)).toBe(1));
    expect(await needById(tenant, own)).toMatchObject({ status: 'resolved', assignments: [{ status: 'cancelled' }] });
    const again = await need({ external_worker_id: 'Ada' });
    expect([again === own, (await needById(tenant, again)).status]).toEqual([false, 'open']);
  });

  it.each([
    { change: { active: false }, withinMs: 0 },
    // The job that resolves the need of the cohort again completes it.
    { change: { site: 'Site B' }, withinMs: 25_000 },
  ])(
    'or moves to another site, completes the need of the cohort if all others have answered: $change',
    async ({ change, withinMs }) => {
      await hire('Ada', { site: 'Site A' });
      const ben = await hire('Ben', { site: 'Site A' });
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
    const ada = await hire('Ada', { site: 'Site A' });
    await hire('Ben', { site: 'Site A' });
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
    const ada = await hire('Ada', { site: 'Site A' });
    const ben = await hire('Ben', { site: 'Site A' });
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
    const cohort = await need({ site: 'Site A' });
    await offer(tenant, cohort, { target: { kind: 'worker', id: ben } });
    await offer(tenant, cohort, { target: { kind: 'worker', id: ada }, courseId });
    await leave(ada);
    await completeAll(tenant, 'Ben');
    expect((await needById(tenant, cohort)).status).toBe('completed');
  });

  it('leaves a need to an earlier offer, if they have the course of the latest one by another need', async () => {
    const ada = await hire('Ada', { site: 'Site A' });
    await hire('Ben', { site: 'Site A' });
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
    await offer(tenant, await need({ external_worker_id: 'Ada', topic: 'Rigging' }));
    const cohort = await need({ site: 'Site A' });
    await offer(tenant, cohort);
    await offer(tenant, cohort, { target: { kind: 'worker', id: ada }, courseId });
    await leave(ada);
    await completeAll(tenant, 'Ben');
    expect((await needById(tenant, cohort)).status).toBe('completed');
  });

  it('leaves no need offered that shared the cancelled assignment', async () => {
    const ada = await hire('Ada', { site: 'Site A' });
    await offer(tenant, await need({ external_worker_id: 'Ada' }));
    const cohort = await need({ site: 'Site A' });
    await offer(tenant, cohort, { target: { kind: 'worker', id: ada } });
    await hire('Ben', { site: 'Site A' });
    await leave(ada);
    expect((await needById(tenant, cohort)).status).toBe('open');
  });

  it('is assigned nothing by a concurrent offer', async () => {
    const ada = await hire('Ada', { site: 'Site A' });
    await hire('Ben', { site: 'Site A' });
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

  it('has needs that are locked in the same order as by recording, so that neither deadlocks', async () => {
    for (const name of ['Ada', 'Ben']) await hire(name);
    const later = ids.parse('need', await need({ external_worker_id: 'Ada', dedupe_key: 'b' }));
    const sooner = ids.parse('need', await need({ external_worker_id: 'Ben', dedupe_key: 'a' }));
    await engine.database.inTransaction(async (recording) => {
      await recording.query('select from need where id = $1 for update', [sooner]);
      const left = importWorkers(tenant, 'externalWorkerId,active\nAda,no\nBen,no\n');
      await eventuallyLocked(engine);
      expect((await recording.query('select from need where id = $1 for update nowait', [later])).rowCount).toBe(1);
      await recording.query('commit');
      expect(await left).toMatchObject({ status: 200, body: { updated: 2 } });
    });
  });

  it('has further signals recorded, and closed again when they are resolved', async () => {
    await hire('Ada', { active: false });
    const late = await need({ external_worker_id: 'Ada' });
    await eventually(async () =>
      expect(await needById(tenant, late)).toMatchObject({
        status: 'resolved',
        history: [{ actor: 'job:resolve-needs', after: { reason: 'left' } }],
      }),
    );
    await tenant.admin('POST', `/needs/${late}/reopen`);
    await tenant.resolvedNeeds();
    expect((await needById(tenant, late)).status).toBe('open');
  });

  describe('among hundreds', () => {
    const table = (from: number, to: number, active = ''): string =>
      `externalWorkerId,name,site,active\n${Array.from({ length: to - from }, (_, index) => `W-${from + index},Worker ${from + index},Site A,${active}`).join('\n')}\n`;

    it('is closed with them in one set, and published once', async () => {
      await importWorkers(tenant, table(0, 300));
      const events = Array.from({ length: 300 }, (_, index) =>
        signal({ external_worker_id: `W-${index}`, topic: 'Manual Handling' }),
      );
      await tenant.send(events);
      const cohort = await need({ site: 'Site A' });
      await eventually(async () => expect(await peopleOf(cohort)).toBe(300));
      const open = async (): Promise<number> =>
        (
          await engine.database.query(
            `select from need where tenant_id = $1 and closed_at is null and resolved_at is not null`,
            [tenant.id],
          )
        ).length;
      await eventually(async () => expect(await open()).toBe(301));
      expect((await importWorkers(tenant, table(0, 250, 'no'), '?dryRun=true')).body).toMatchObject({ updated: 250 });
      expect(await open()).toBe(301);
      await importWorkers(tenant, table(0, 250, 'no'));
      expect(await open()).toBe(51);
      expect(await peopleOf(cohort)).toBe(50);
      expect(await leaverEntries()).toEqual([
        {
          action: 'workers.left',
          subject: { kind: 'leavers', id: expect.any(String) },
          after: { workers: 250, needs: 250, cohorts: 1, assignments: 0 },
        },
      ]);
    });

    it('is confirmed first if a list omits more than a quarter of all workers', async () => {
      await importWorkers(tenant, table(0, 40));
      const list = (to: number, query = ''): ReturnType<typeof importWorkers> =>
        importWorkers(tenant, table(0, to), `?deactivateMissing=true${query}`);
      const active = async (): Promise<number> =>
        (await tenant.api.listWorkers({ query: { active: 'true', limit: 200 } })).items.length;
      expect((await list(20, '&dryRun=true')).body).toMatchObject({ unchanged: 20, deactivated: 20 });
      expect(await list(20)).toMatchObject({
        status: 409,
        body: { code: 'too_many_missing', missing: 20, active: 40 },
      });
      expect((await list(20, '&maxDeactivated=19')).status).toBe(409);
      expect(await active()).toBe(40);
      expect((await list(20, '&maxDeactivated=20')).body).toMatchObject({ deactivated: 20 });
      expect(await active()).toBe(20);
      expect((await list(15)).body).toMatchObject({ deactivated: 5 });
      expect((await importWorkers(tenant, table(0, 15), '?maxDeactivated=x')).status).toBe(422);
    });
  });
});
