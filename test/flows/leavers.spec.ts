import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Schemas } from '#client';
import { ids } from '#platform/database';
import { draftCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

interface Told {
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly after: object;
}

describe('a worker who leaves', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let courseId: string;

  beforeAll(async () => {
    engine = await startEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    const body = await draftCourse(tenant, { title: 'Manual Handling', topics: ['Manual Handling'] });
    courseId = body.id;
    await tenant.admin('POST', `/courses/${courseId}/publish`);
  });
  afterAll(() => engine.close());

  const hire = async (name: string, extra: object = {}): Promise<string> =>
    (await addWorker(tenant, { name, externalWorkerId: name, ...extra })).id;
  const need = async (data: object): Promise<string> => {
    await sendSignal(tenant, { topic: 'Manual Handling', ...data });
    const [latest] = (await tenant.resolvedNeeds()).toSorted((one, other) => (one.id < other.id ? 1 : -1));
    return latest?.id ?? '';
  };
  const read = async (id: string): Promise<Schemas['NeedDetail']> =>
    (await tenant.admin<Schemas['NeedDetail']>('GET', `/needs/${id}`)).body;
  const offer = (id: string, body: object = {}): Promise<unknown> => tenant.admin('POST', `/needs/${id}/offer`, body);
  const complete = async (worker: string): Promise<void> => {
    const { body } = await tenant.admin<{ items: Array<{ id: string }> }>(
      'GET',
      `/assignments?worker=${worker}&status=assigned`,
    );
    for (const { id } of body.items) await tenant.admin('POST', `/assignments/${id}/complete`, {});
  };
  const peopleOf = async (id: string): Promise<number> => (await read(id)).audience.people;
  const toldOfLeavers = async (): Promise<Told[]> => {
    const { body } = await tenant.admin<{ items: Told[] }>('GET', '/audit?limit=200');
    return body.items
      .filter(({ action }) => action.endsWith('.left'))
      .map(({ action, subject, after }) => ({ action, subject, after }));
  };
  const importTable = (table: string, query = '') => tenant.importRows(`/workers${query}`, table);

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['PATCH', (id) => tenant.admin('PATCH', `/workers/${id}`, { active: false })],
    ['PUT', (id) => tenant.admin('PUT', `/workers/${id}`, { active: false })],
    ['DELETE', (id) => tenant.admin('DELETE', `/workers/${id}`)],
    ['a row of an import', () => importTable('externalWorkerId,active\nAda,no\n')],
    [
      'a list that does not name them',
      () => importTable('externalWorkerId,name\nBen,Ben\n', '?deactivateMissing=true'),
    ],
  ])(
    'by %s needs no training: own needs are closed, assignments cancelled, and cohorts continue without the worker',
    async (_how, leave) => {
      const ada = await hire('Ada', { site: 'Site A' });
      await hire('Ben', { site: 'Site A' });
      const own = await need({ external_worker_id: 'Ada' });
      const offered = await need({ external_worker_id: 'Ada', dedupe_key: 'offered' });
      await tenant.api.ungroupNeed({ path: { id: offered } });
      const cohort = await need({ site: 'Site A' });
      const others = await need({ external_worker_id: 'Ben' });
      await offer(offered);
      expect(await leave(ada)).toMatchObject({ status: expect.any(Number) });
      expect(await peopleOf(cohort)).toBe(1);
      expect(await read(own)).toMatchObject({
        status: 'resolved',
        history: [{ action: 'need.resolved', after: { status: 'resolved', reason: 'left' } }],
      });
      expect(await read(offered)).toMatchObject({ status: 'resolved', assignments: [{ status: 'cancelled' }] });
      expect([(await read(cohort)).status, (await read(others)).status]).toEqual(['open', 'open']);
      expect(await toldOfLeavers()).toEqual([
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
    for (const active of [false, false]) await tenant.admin('PATCH', `/workers/${ada}`, { active });
    const { version, history } = await read(own);
    await tenant.admin('DELETE', `/workers/${ada}`);
    expect(await read(own)).toMatchObject({ version, history });
    expect(await toldOfLeavers()).toHaveLength(1);
  });

  it('gets nothing back on return, except the share in cohorts', async () => {
    const ada = await hire('Ada', { site: 'Site A' });
    const own = await need({ external_worker_id: 'Ada' });
    const cohort = await need({ site: 'Site A' });
    await offer(own);
    await tenant.admin('PATCH', `/workers/${ada}`, { active: false });
    await tenant.admin('PATCH', `/workers/${ada}`, { active: true });
    await eventually(async () => expect(await peopleOf(cohort)).toBe(1));
    expect(await read(own)).toMatchObject({ status: 'resolved', assignments: [{ status: 'cancelled' }] });
    const again = await need({ external_worker_id: 'Ada' });
    expect([again === own, (await read(again)).status]).toEqual([false, 'open']);
  });

  it('completes the need of a cohort if all others have answered', async () => {
    await hire('Ada', { site: 'Site A' });
    const ben = await hire('Ben', { site: 'Site A' });
    const cohort = await need({ site: 'Site A' });
    await offer(cohort);
    await complete('Ada');
    expect((await read(cohort)).status).toBe('in_progress');
    await tenant.admin('PATCH', `/workers/${ben}`, { active: false });
    expect(await read(cohort)).toMatchObject({ status: 'completed', audience: { people: 1 } });
  });

  it('cancels an offer that reached nobody else', async () => {
    const ada = await hire('Ada', { site: 'Site A' });
    await hire('Ben', { site: 'Site A' });
    const cohort = await need({ site: 'Site A' });
    await offer(cohort, { target: { kind: 'worker', id: ada } });
    expect((await read(cohort)).status).toBe('offered');
    await tenant.admin('PATCH', `/workers/${ada}`, { active: false });
    expect(await read(cohort)).toMatchObject({
      status: 'open',
      dueAt: null,
      audience: { people: 1 },
      history: [{ action: 'need.withdrawn', after: { reason: 'left' } }, {}],
    });
  });

  it('is assigned nothing by a concurrent offer', async () => {
    const ada = await hire('Ada', { site: 'Site A' });
    await hire('Ben', { site: 'Site A' });
    const cohort = await need({ site: 'Site A' });
    const leaving = new pg.Client({ connectionString: engine.database.ownerUrl });
    await leaving.connect();
    try {
      // As the engine itself does it: those who have left are told of behind a lock, and all at once.
      await leaving.query('begin');
      await leaving.query(
        `update worker set active = false where external_worker_id = 'Ada' and tenant_id = (select id from tenant where slug = $1)`,
        [tenant.slug],
      );
      await leaving.query(
        `select pg_advisory_xact_lock(hashtextextended('resolution:' || id, 0)) from tenant where slug = $1`,
        [tenant.slug],
      );
      const offered = offer(cohort);
      await eventuallyLocked(engine);
      await leaving.query('commit');
      expect(await offered).toMatchObject({ status: 200, body: { counts: { assigned: 1 } } });
      expect((await read(cohort)).assignments.map(({ worker }) => worker.name)).toEqual(['Ben']);
      expect((await tenant.admin<{ items: unknown[] }>('GET', `/assignments?worker=${ada}`)).body.items).toEqual([]);
    } finally {
      await leaving.end();
    }
  });

  it('has needs that are locked in the same order as by recording, so that neither deadlocks', async () => {
    for (const name of ['Ada', 'Ben']) await hire(name);
    const later = ids.parse('need', await need({ external_worker_id: 'Ada', dedupe_key: 'b' }));
    const sooner = ids.parse('need', await need({ external_worker_id: 'Ben', dedupe_key: 'a' }));
    const recording = new pg.Client({ connectionString: engine.database.ownerUrl });
    await recording.connect();
    try {
      await recording.query('begin');
      await recording.query('select from need where id = $1 for update', [sooner]);
      const left = importTable('externalWorkerId,active\nAda,no\nBen,no\n');
      await eventuallyLocked(engine);
      expect((await recording.query('select from need where id = $1 for update nowait', [later])).rowCount).toBe(1);
      await recording.query('commit');
      expect(await left).toMatchObject({ status: 200, body: { updated: 2 } });
    } finally {
      await recording.end();
    }
  });

  it('has further signals recorded, and closed again when they are resolved', async () => {
    await hire('Ada', { active: false });
    const late = await need({ external_worker_id: 'Ada' });
    await eventually(async () =>
      expect(await read(late)).toMatchObject({
        status: 'resolved',
        history: [{ actor: 'job:resolve-needs', after: { reason: 'left' } }],
      }),
    );
    await tenant.admin('POST', `/needs/${late}/reopen`);
    await tenant.resolvedNeeds();
    expect((await read(late)).status).toBe('open');
  });

  describe('among hundreds', () => {
    const table = (from: number, to: number, active = ''): string =>
      `externalWorkerId,name,site,active\n${Array.from({ length: to - from }, (_, index) => `W-${from + index},Worker ${from + index},Site A,${active}`).join('\n')}\n`;

    it('is closed with them in one set, and published once', async () => {
      await importTable(table(0, 300));
      const events = Array.from({ length: 300 }, (_, index) =>
        JSON.stringify({
          event: 'signal.incident',
          data: { external_worker_id: `W-${index}`, topic: 'Manual Handling' },
        }),
      );
      await tenant.sendRaw(events.join('\n'), { 'content-type': 'application/x-ndjson' });
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
      expect((await importTable(table(0, 250, 'no'), '?dryRun=true')).body).toMatchObject({ updated: 250 });
      expect(await open()).toBe(301);
      await importTable(table(0, 250, 'no'));
      expect(await open()).toBe(51);
      expect(await peopleOf(cohort)).toBe(50);
      expect(await toldOfLeavers()).toEqual([
        {
          action: 'workers.left',
          subject: { kind: 'leavers', id: expect.any(String) },
          after: { workers: 250, needs: 250, cohorts: 1, assignments: 0 },
        },
      ]);
    });

    it('is confirmed first if a list omits more than a quarter of all workers', async () => {
      await importTable(table(0, 40));
      const active = async (): Promise<number> =>
        (await tenant.admin<{ items: unknown[] }>('GET', '/workers?active=true&limit=200')).body.items.length;
      expect((await importTable(table(0, 20), '?deactivateMissing=true&dryRun=true')).body).toMatchObject({
        unchanged: 20,
        deactivated: 20,
      });
      const refused = await importTable(table(0, 20), '?deactivateMissing=true');
      expect(refused).toMatchObject({ status: 409, body: { code: 'too_many_missing', missing: 20, active: 40 } });
      expect((await importTable(table(0, 20), '?deactivateMissing=true&maxDeactivated=19')).status).toBe(409);
      expect(await active()).toBe(40);
      expect((await importTable(table(0, 20), '?deactivateMissing=true&maxDeactivated=20')).body).toMatchObject({
        deactivated: 20,
      });
      expect(await active()).toBe(20);
      expect((await importTable(table(0, 15), '?deactivateMissing=true')).body).toMatchObject({ deactivated: 5 });
      expect((await importTable(table(0, 15), '?maxDeactivated=x')).status).toBe(422);
    });
  });
});
