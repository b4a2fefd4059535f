import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf } from '../factories/assignments.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { operationIs, undo } from '../factories/operations.js';
import { addRequirement } from '../factories/requirements.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { assignedTo, offerMissing, previewMissing, publishCourses } from '../factories/offer-missing.js';
import type { TestTenant } from '../harness/tenant.js';

const ROUTE = '/readiness/offer-missing';
const everybody = { filter: {} };

let engine: TestEngine;
let tenant: TestTenant;
let courses: ReadonlyMap<string, string>;

beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  courses = await publishCourses(tenant, ['Manual Handling', 'Data Protection']);
});
afterAll(() => engine.close());

const hire = async (name: string): Promise<string> =>
  (await addWorker(tenant, { externalWorkerId: name, name, site: 'North' })).id;
const requireCourse = () => addRequirement(tenant, { courseId: courses.get('Data Protection') });

describe('an operation that offers people what they lack', () => {
  it('is undone: assignments that are not completed are gone, and needs that have none left are open', async () => {
    const workerIds = [await hire('Ada'), await hire('Ben')];
    const ofAda = { external_worker_id: 'Ada', topic: 'Manual Handling' };
    const { id: own } = await raisedNeed(tenant, ofAda);
    const { id: other } = await raisedNeed(tenant, { ...ofAda, topic: 'Manual handling', dedupe_key: 'other' });
    const statuses = async (): Promise<string[]> =>
      (await tenant.resolvedNeeds()).filter(({ id }) => [own, other].includes(id)).map(({ status }) => status);
    await requireCourse();
    const operationId = await offerMissing(tenant, { workerIds });
    expect(await statuses()).toEqual(['offered', 'offered']);
    const done = await assignedTo(tenant);
    expect(done).toHaveLength(3);
    await actOn(tenant, (await assignmentOf(tenant, 'Ben')).id, 'complete');
    await tenant.admin('POST', `/operations/${operationId}/undo`);
    const items = [own, other].map((needId) => ({ needId, status: 'undone' }));
    await operationIs(tenant, operationId, { status: 'undone', undone: 1, items });
    expect(await assignedTo(tenant)).toEqual([]);
    expect(await statuses()).toEqual(['open', 'open']);
    const { items: entries } = await tenant.api.listAudit({ query: { subject: operationId } });
    expect(entries).toMatchObject([
      { action: 'operation.undone' },
      { action: 'operation.undo_requested' },
      { action: 'operation.done', after: { kind: 'offer_missing', total: 2, done: 2, assigned: 3 } },
    ]);
    await offerMissing(tenant, { workerIds });
    expect(await assignedTo(tenant)).toEqual(done.filter((text) => text.startsWith('Ada')));
  });

  it('goes on where it stopped when a step has failed, assigns nobody twice, and is undone as a whole', async () => {
    await requireCourse();
    const rows = Array.from({ length: 620 }, (_value, index) => `W-${index},Worker ${index},North`);
    await tenant.importRows('/workers', ['externalWorkerId,name,site', ...rows].join('\n'));
    const { id } = await raisedNeed(tenant, { site: 'North', topic: 'Manual Handling' });
    await tenant.api.snoozeNeed({ path: { id }, body: { until: '2099-01-31' } });
    // The filter finds people by the stored board.
    await eventually(async () =>
      expect((await tenant.admin('GET', '/readiness?limit=1&kind=training_missing')).body).toMatchObject({
        total: 620,
      }),
    );
    await engine.database.query(
      `create function refuse() returns trigger language plpgsql as $$ begin
         if (select count(*) from assignment) > 1000 then raise exception 'the disk is full'; end if; return null;
       end $$;
       create trigger refuse after insert on assignment for each statement execute function refuse()`,
    );
    const { body } = await tenant.admin<{ operationId: string }>('POST', ROUTE, {
      filter: { kind: 'training_missing' },
    });
    await operationIs(tenant, body.operationId, {
      status: 'running',
      done: 500,
      error: expect.stringContaining('disk is full'),
    });
    await engine.database.query('drop trigger refuse on assignment; drop function refuse()');
    await operationIs(tenant, body.operationId, { status: 'done', done: 620, total: 620, failed: 0, error: null });
    const [stored] = await engine.database.query<object>(
      `select count(*)::integer as assignments, count(distinct worker_id)::integer as people from assignment
       where tenant_id = $1`,
      [tenant.id],
    );
    expect(stored).toEqual({ assignments: 1_240, people: 620 });
    expect(await needById(tenant, id)).toMatchObject({ status: 'offered' });
    await undo(tenant, body.operationId);
    expect(await needById(tenant, id)).toMatchObject({ status: 'snoozed', snoozedUntil: '2099-01-31' });
  });

  it('is started once, however often a request with the same key is repeated', async () => {
    await hire('Ada');
    const key = { 'idempotency-key': 'friday' };
    const first = await tenant.admin<{ operationId: string }>('POST', ROUTE, everybody, key);
    const again = await tenant.admin<{ operationId: string }>('POST', ROUTE, everybody, key);
    expect(again.body.operationId).toBe(first.body.operationId);
    expect((await tenant.api.listOperations()).items).toHaveLength(1);
  });

  it('names what is wrong with a selection', async () => {
    const ada = await hire('Ada');
    const other = await engine.createTenant();
    const foreign = await addWorker(other, { externalWorkerId: 'X', name: 'X' });
    const faults = async (body: object): Promise<Array<string | undefined>> => {
      const { body: refusal } = await tenant.admin<{ errors?: Array<{ field: string }> }>('POST', ROUTE, body);
      return [...new Set(refusal.errors?.map(({ field }) => field))];
    };
    expect(await faults({})).toEqual(['workerIds']);
    expect(await faults({ ...everybody, workerIds: [ada] })).toEqual(['workerIds']);
    expect(await faults({ workerIds: [ada, foreign.id] })).toEqual(['workerIds.1']);
    expect(await faults({ filter: { asOf: '2027-01-01' } })).toEqual(['filter.asOf']);
    expect(await faults({ filter: { site: null } })).toEqual(['filter.site']);
    expect(await faults({ ...everybody, dueAt: '2020-01-31' })).toEqual(['dueAt']);
  });

  it('counts who is no longer active, and offers them nothing', async () => {
    const [ada, ben] = [await hire('Ada'), await hire('Ben')];
    await requireCourse();
    await tenant.admin('PATCH', `/workers/${ben}`, { active: false });
    const workerIds = [ada, ben];
    expect(await previewMissing(tenant, { workerIds })).toMatchObject({ people: 2, left: 1, willAssign: 1 });
    await offerMissing(tenant, { workerIds });
    expect(await assignedTo(tenant)).toHaveLength(1);
  });
});
