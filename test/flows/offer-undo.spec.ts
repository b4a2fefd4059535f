import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed, statusesOf } from '../factories/needs.js';
import { operationEnded, undo } from '../factories/operations.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an offer that is undone', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let otherCourse: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publishedCourse(tenant, { title: 'Manual Handling' });
    otherCourse = (await publishedCourse(tenant, { title: 'Rigging' })).id;
    await addWorker(tenant, { externalWorkerId: 'Ada' });
  });

  const need = (topic: string): Promise<{ readonly id: string }> =>
    raisedNeed(tenant, { external_worker_id: 'Ada', topic });
  const statusOf = async ({ id }: { readonly id: string }): Promise<string> => (await needById(tenant, id)).status;

  it('leaves no other need offered that shared its assignment', async () => {
    const [own, sharing] = [await need('Rigging'), await need('Crane Lifts Overhead')];
    const { operationId } = await offer(tenant, own.id);
    const shared = await offer(tenant, sharing.id, { courseId: otherCourse });
    expect(shared.counts).toMatchObject({ assigned: 0, alreadyAssigned: 1 });
    await undo(tenant, operationId);
    expect(await statusesOf(tenant, [own.id, sharing.id])).toEqual(['open', 'open']);
    expect((await offer(tenant, sharing.id, { courseId: otherCourse })).counts).toMatchObject({ assigned: 1 });
  });

  it('returns the need to an earlier offer, whose course closes it', async () => {
    const one = await need('Manual Handling');
    const dueAt = '2099-01-31';
    await offer(tenant, one.id, { dueAt });
    const { operationId } = await offer(tenant, one.id, { courseId: otherCourse });
    await undo(tenant, operationId);
    expect(await needById(tenant, one.id)).toMatchObject({ status: 'offered', dueAt });
    await completeAll(tenant, 'Ada');
    expect(await statusOf(one)).toBe('completed');
  });

  it('leaves a need to an earlier offer, whose course its person has by another need', async () => {
    const [own, sharing] = [await need('Rigging'), await need('Crane Lifts Overhead')];
    await offer(tenant, own.id);
    await offer(tenant, sharing.id, { courseId: otherCourse });
    const { operationId } = await offer(tenant, sharing.id, { courseId: otherCourse });
    expect((await undo(tenant, operationId)).items).toMatchObject([{ needId: sharing.id, status: 'kept' }]);
    expect([await statusOf(own), await statusOf(sharing)]).toEqual(['offered', 'offered']);
  });

  it('reopens the needs that it closed, because their people had completed the course', async () => {
    await offer(tenant, (await need('Rigging')).id);
    await completeAll(tenant, 'Ada');
    const closed = await need('Drone Operation');
    const { operationId, counts } = await offer(tenant, closed.id, { courseId: otherCourse });
    expect([counts?.alreadyValid, await statusOf(closed)]).toEqual([1, 'completed']);
    expect((await undo(tenant, operationId)).items).toMatchObject([{ needId: closed.id, status: 'undone' }]);
    expect(await needById(tenant, closed.id)).toMatchObject({ status: 'open', audience: { answered: 0 } });
  });

  it('leaves a need that it closed as it is, with its people, if its condition has been reported again', async () => {
    await offer(tenant, (await need('Rigging')).id);
    await completeAll(tenant, 'Ada');
    const drone = { external_worker_id: 'Ada', topic: 'Drone Operation', dedupe_key: 'drone' };
    const closed = await raisedNeed(tenant, drone);
    const { operationId } = await offer(tenant, closed.id, { courseId: otherCourse });
    await raisedNeed(tenant, { ...drone, due_at: '2099-01-31' });
    expect((await undo(tenant, operationId)).items).toMatchObject([{ needId: closed.id, status: 'kept' }]);
    expect(await needById(tenant, closed.id)).toMatchObject({ status: 'completed', audience: { answered: 1 } });
  });

  it('leaves the need to another offer that is being made at the same time', async () => {
    const one = await need('Manual Handling');
    const { operationId } = await offer(tenant, one.id);
    await engine.database.inTransaction(async (tx) => {
      // An offer waits for this lock before it assigns, and has locked its need then.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('assign:' || $1, 0))`, [tenant.id]);
      const other = offer(tenant, one.id, { courseId: otherCourse });
      await eventuallyLocked(engine, 1);
      await tenant.api.undoOperation({ path: { id: operationId ?? '' } });
      await eventuallyLocked(engine, 2);
      await tx.query('commit');
      expect((await other).counts).toMatchObject({ assigned: 1 });
    });
    await operationEnded(tenant, operationId, 'undone');
    expect(await needById(tenant, one.id)).toMatchObject({
      status: 'offered',
      assignments: [{ course: { title: 'Rigging' }, status: 'assigned' }],
    });
  });
});
