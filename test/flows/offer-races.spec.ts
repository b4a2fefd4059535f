import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { actOn, assignmentOf, completeAll, offer as offerTo } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed, recordedNeed } from '../factories/needs.js';
import { operationEnded } from '../factories/operations.js';
import { addManyWorkers, addWorker, importWorkers } from '../factories/workers.js';
import { behindLock } from '../harness/behind-lock.js';
import { type SharedEngine, type TestEngine, sharedEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await publishedCourse(tenant);
});

const addPeople = (from: number, to: number) => {
  const rows = Array.from({ length: to - from }, (_value, index) => `W-${from + index},Worker,Site A`);
  return importWorkers(tenant, ['externalWorkerId,name,site', ...rows].join('\n'));
};
const need = async (data: object): Promise<string> =>
  (await raisedNeed(tenant, { topic: 'Manual Handling', site: 'Site A', ...data })).id;
const offer = (id: string): ReturnType<typeof offerTo> => offerTo(tenant, id);
const assignments = (): Promise<object[]> =>
  engine.database.query(
    `select count(*)::integer as assigned, count(distinct worker_id)::integer as people from assignment
      where status = 'assigned' and tenant_id = $1`,
    [tenant.id],
  );

describe('concurrent offers', () => {
  it('assign each person once, for one need or several', async () => {
    await addPeople(0, 50);
    const needIds = [await need({ dedupe_key: 'one' }), await need({ dedupe_key: 'other' })];
    const answers = await Promise.all([...needIds, ...needIds, ...needIds].map(offer));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'done'));
    expect(answers.reduce((sum, { counts }) => sum + (counts?.assigned ?? 0), 0)).toBe(50);
    expect(answers.every(({ counts }) => (counts?.assigned ?? 0) + (counts?.alreadyAssigned ?? 0) === 50)).toBe(true);
    expect(await assignments()).toEqual([{ assigned: 50, people: 50 }]);
  });

  it('assign each person once in the background, too, while people are added, who are assigned by the next offer', async () => {
    await addPeople(0, 1_100);
    const needIds = [await need({ dedupe_key: 'one' }), await need({ dedupe_key: 'other' })];
    const [answers] = await Promise.all([Promise.all(needIds.map(offer)), addPeople(1_100, 1_200)]);
    expect(answers.map(({ status }) => status)).toEqual(['queued', 'queued']);
    for (const { operationId } of answers) {
      const { failed, done, total } = await operationEnded(tenant, operationId);
      expect({ failed, done }).toEqual({ failed: 0, done: total });
      expect(done).toBeGreaterThanOrEqual(1_100);
    }
    const { operationId } = await offer(needIds[0] ?? '');
    expect(await operationEnded(tenant, operationId)).toMatchObject({ total: 1_200, done: 1_200 });
    expect(await assignments()).toEqual([{ assigned: 1_200, people: 1_200 }]);
  });
});

describe('an offer that has not assigned anybody yet', () => {
  let api: TestEngine;

  beforeAll(async () => {
    api = await startEngine({ worker: false });
  });
  afterAll(() => api.close());

  /** A need that is offered to Ada, and then, with another course, to more people than are assigned at once. */
  const offeredToMany = async () => {
    const acme = await api.createTenant();
    const [first, second] = [await publishedCourse(acme), await publishedCourse(acme, { title: 'Rigging' })];
    const ada = await addWorker(acme);
    const id = await recordedNeed(acme, { external_worker_id: 'Ada', topic: 'Manual Handling' });
    const earlier = await offerTo(acme, id, { courseId: first.id, target: { kind: 'worker', id: ada.id } });
    await addManyWorkers(api, acme, 1_000);
    const { operationId, status } = await offerTo(acme, id, { courseId: second.id, target: { kind: 'everyone' } });
    expect(status).toBe('queued');
    return { acme, id, earlier: earlier.operationId, operationId };
  };

  it('keeps the need when the assignment of an earlier offer is cancelled', async () => {
    const { acme, id, operationId } = await offeredToMany();
    await actOn(acme, (await assignmentOf(acme, 'Ada')).id, 'cancel');
    await withWorker(api, () => operationEnded(acme, operationId));
    expect(await needById(acme, id)).toMatchObject({ status: 'offered' });
  });

  it('keeps the need when an earlier offer is undone', async () => {
    const { acme, id, earlier, operationId } = await offeredToMany();
    // Of the tenant's operations, the one whose last step is the longest ago runs first.
    const delay = `update operation set touched_at = now() + interval '1 minute' where id = $1`;
    await api.database.query(delay, [ids.parse('op', operationId ?? '')]);
    await acme.api.undoOperation({ path: { id: earlier ?? '' } });
    await withWorker(api, async () => {
      const undone = await operationEnded(acme, earlier, 'undone');
      const done = await operationEnded(acme, operationId);
      expect(Date.parse(undone.finishedAt ?? '')).toBeLessThan(Date.parse(done.finishedAt ?? ''));
    });
    expect(await needById(acme, id)).toMatchObject({ status: 'offered' });
  });
});

describe('an offer at the moment at which a person completes the course by another assignment', () => {
  it('is completed, too', async () => {
    await addWorker(tenant);
    const { items } = await tenant.api.listCourses();
    const made = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Manual Handling' });
    const other = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Crane Lifts Overhead' });
    await offerTo(tenant, made.id);
    await engine.database.inTransaction(async (tx) => {
      // A completion writes this row last.
      const writtenLast = 'select from need_person where tenant_id = $1 and need_id = $2 for update';
      await tx.query(writtenLast, [tenant.id, ids.parse('need', made.id)]);
      const completed = completeAll(tenant, 'Ada');
      await eventuallyLocked(engine);
      const offered = offerTo(tenant, other.id, { courseId: items[0]?.id });
      await Promise.race([offered, eventuallyLocked(engine, 2)]);
      await tx.query('commit');
      await Promise.all([completed, offered]);
    });
    expect(await needById(tenant, other.id)).toMatchObject({ status: 'completed' });
  });
});

describe('an assignment that is completed while its worker leaves', () => {
  it('is cancelled, by locks in the same order, so that neither deadlocks', async () => {
    const ada = await addWorker(tenant);
    const about = { external_worker_id: 'Ada', topic: 'Manual Handling' };
    const sooner = await raisedNeed(tenant, { ...about, dedupe_key: 'a' });
    const later = await raisedNeed(tenant, { ...about, dedupe_key: 'b' });
    for (const { id } of [sooner, later]) await tenant.api.ungroupNeed({ path: { id } });
    await offerTo(tenant, later.id);
    const assignment = await assignmentOf(tenant, 'Ada');
    const [left, completed] = await behindLock(
      engine,
      ['select from need where id = $1 for update', ids.parse('need', sooner.id)],
      () => tenant.admin('PATCH', `/workers/${ada.id}`, { active: false }),
      () => actOn(tenant, assignment.id, 'complete'),
    );
    expect([left.status, completed.status]).toEqual([200, 409]);
  });
});
