import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { timeInDays } from '../factories/days.js';
import { readyDraft, startDraft } from '../factories/drafts.js';
import { decide, needById, raisedNeed, statusesOf } from '../factories/needs.js';
import { operationEnded, undo } from '../factories/operations.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
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

  it.each(['another', 'the same'])(
    'returns the need to an earlier offer of %s course, which closes it',
    async (which) => {
      const one = await need('Manual Handling');
      const dueAt = '2099-01-31';
      await offer(tenant, one.id, { dueAt });
      const { operationId } = await offer(tenant, one.id, which === 'another' ? { courseId: otherCourse } : {});
      await undo(tenant, operationId);
      expect(await needById(tenant, one.id)).toMatchObject({ status: 'offered', dueAt });
      await completeAll(tenant, 'Ada');
      expect(await statusOf(one)).toBe('completed');
    },
  );

  it('returns the need to an earlier offer of another course than that which its person has by another need', async () => {
    const [own, one] = [await need('Rigging'), await need('Manual Handling')];
    await offer(tenant, own.id);
    const dueAt = '2099-01-31';
    await offer(tenant, one.id, { dueAt });
    const { operationId } = await offer(tenant, one.id, { courseId: otherCourse, dueAt: '2099-02-28' });
    await undo(tenant, operationId);
    expect(await needById(tenant, one.id)).toMatchObject({ status: 'offered', dueAt });
    const [{ id } = { id: '' }] = (await tenant.api.listAssignments({ query: { need: one.id } })).items;
    await actOn(tenant, id, 'complete');
    expect([await statusOf(own), await statusOf(one)]).toEqual(['offered', 'completed']);
  });

  it('leaves a need to an earlier offer, whose course its person has by another need', async () => {
    const [own, sharing] = [await need('Rigging'), await need('Crane Lifts Overhead')];
    await offer(tenant, own.id);
    await offer(tenant, sharing.id, { courseId: otherCourse });
    const { operationId } = await offer(tenant, sharing.id, { courseId: otherCourse });
    expect((await undo(tenant, operationId)).items).toMatchObject([{ needId: sharing.id, status: 'kept' }]);
    expect([await statusOf(own), await statusOf(sharing)]).toEqual(['offered', 'offered']);
  });

  it.each(['later', 'earlier'])(
    'leaves the need to the %s offer of a course that its person has by another need',
    async (which) => {
      const [own, one] = [await need('Rigging'), await need('Manual Handling')];
      await offer(tenant, own.id, { dueAt: '2099-02-28' });
      const standing = { courseId: otherCourse, dueAt: '2099-01-31' };
      const [first, second] = which === 'later' ? [{}, standing] : [standing, {}];
      const offers = [await offer(tenant, one.id, first), await offer(tenant, one.id, second)];
      const undone = offers[which === 'later' ? 0 : 1]?.operationId ?? null;
      expect((await undo(tenant, undone)).items).toMatchObject([{ needId: one.id, status: 'kept' }]);
      expect(await needById(tenant, one.id)).toMatchObject({ status: 'offered', dueAt: standing.dueAt });
      await completeAll(tenant, 'Ada');
      expect(await statusOf(one)).toBe('completed');
    },
  );

  it.each(['undone', 'cancelled'])(
    'returns a need that shared its assignment to an earlier offer when it is %s',
    async (end) => {
      const [own, sharing] = [await need('Rigging'), await need('Manual Handling')];
      const { operationId } = await offer(tenant, own.id);
      const { id } = await assignmentOf(tenant, 'Ada');
      await offer(tenant, sharing.id);
      await offer(tenant, sharing.id, { courseId: otherCourse });
      if (end === 'undone') await undo(tenant, operationId);
      else await actOn(tenant, id, 'cancel');
      expect([await statusOf(own), await statusOf(sharing)]).toEqual(['open', 'offered']);
      await completeAll(tenant, 'Ada');
      expect(await statusOf(sharing)).toBe('completed');
    },
  );

  it.each(['undone', 'cancelled'])(
    'returns a need to an earlier offer, whose course its person has by another need, when its own is %s',
    async (end) => {
      const [own, one] = [await need('Rigging'), await need('Manual Handling')];
      await offer(tenant, own.id);
      const dueAt = '2099-01-31';
      await offer(tenant, one.id, { courseId: otherCourse, dueAt });
      const { operationId } = await offer(tenant, one.id);
      if (end === 'undone') await undo(tenant, operationId);
      else await actOn(tenant, (await assignmentOf(tenant, 'Ada')).id, 'cancel');
      expect(await needById(tenant, one.id)).toMatchObject({ status: 'offered', dueAt });
      await completeAll(tenant, 'Ada');
      expect(await statusOf(one)).toBe('completed');
    },
  );

  it.each(['snoozed', 'authoring'] as const)('leaves the need %s as before', async (status) => {
    const [one, closed] = [await need('Drone Operation'), await need('Drone Battery Care')];
    const snoozed = { status, snoozedUntil: status === 'snoozed' ? timeInDays(2) : null };
    for (const { id } of [one, closed]) {
      if (status === 'snoozed') await decide(tenant, id, 'snooze', { until: snoozed.snoozedUntil });
      else await readyDraft(tenant, await startDraft(tenant, id));
    }
    const { operationId } = await offer(tenant, one.id, { courseId: otherCourse });
    await undo(tenant, operationId);
    expect(await needById(tenant, one.id)).toMatchObject(snoozed);
    await tenant.api.assignAssignments({ body: { courseId: otherCourse, target: { kind: 'everyone' } } });
    await completeAll(tenant, 'Ada');
    const { operationId: closing, counts } = await offer(tenant, closed.id, { courseId: otherCourse });
    expect([counts?.alreadyValid, await statusOf(closed)]).toEqual([1, 'completed']);
    await undo(tenant, closing);
    expect(await needById(tenant, closed.id)).toMatchObject(snoozed);
  });

  it('leaves a need to the draft to which it was sent after its assignment was cancelled', async () => {
    const one = await need('Drone Operation');
    const { operationId } = await offer(tenant, one.id, { courseId: otherCourse });
    await actOn(tenant, (await assignmentOf(tenant, 'Ada')).id, 'cancel');
    await readyDraft(tenant, await startDraft(tenant, one.id));
    await undo(tenant, operationId);
    expect(await statusOf(one)).toBe('authoring');
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

  it('reopens a need that it completed at once, although it assigned the course to people from elsewhere', async () => {
    await addCredential(tenant, { externalWorkerId: 'Ada', name: 'Rigging', expiresAt: '2099-01-01' });
    await addWorker(tenant, { externalWorkerId: 'Ben' });
    const one = await need('Rigging');
    const { operationId, counts } = await offer(tenant, one.id, { target: { kind: 'everyone' } });
    expect([counts, await statusOf(one)]).toMatchObject([{ assigned: 1, alreadyValid: 1 }, 'completed']);
    await undo(tenant, operationId);
    expect(await needById(tenant, one.id)).toMatchObject({ status: 'open', audience: { people: 1, answered: 0 } });
  });

  it('has the need answered again by people whom it counted as valid, and not by those who had completed it', async () => {
    for (const externalWorkerId of ['Ben', 'Cleo', 'Dan']) await addWorker(tenant, { externalWorkerId, site: 'North' });
    await addCredential(tenant, { externalWorkerId: 'Ben', name: 'Rigging', expiresAt: '2099-01-01' });
    const { id } = await raisedNeed(tenant, { site: 'North', topic: 'Rigging' });
    const answered = async () => (await needById(tenant, id)).audience.answered;
    await sendSignal(tenant, { external_worker_id: 'Cleo', topic: 'Rigging' }, 'course_completed');
    await eventually(async () => expect(await answered()).toBe(1));
    const { operationId, counts } = await offer(tenant, id);
    expect(counts).toMatchObject({ assigned: 1, alreadyValid: 2 });
    expect(await answered()).toBe(2);
    await undo(tenant, operationId);
    expect(await needById(tenant, id)).toMatchObject({ status: 'open', audience: { people: 3, answered: 1 } });
  });

  it('has people whom only it counted as valid answer a need that returns to an earlier offer', async () => {
    for (const externalWorkerId of ['Ben', 'Cleo', 'Dan']) await addWorker(tenant, { externalWorkerId, site: 'North' });
    for (const [externalWorkerId, course] of [
      ['Ben', 'Manual Handling'],
      ['Cleo', 'Rigging'],
    ] as const)
      await sendSignal(tenant, { external_worker_id: externalWorkerId, course }, 'course_completed');
    const { id } = await raisedNeed(tenant, { site: 'North', topic: 'Manual Handling' });
    const answered = async () => (await needById(tenant, id)).audience.answered;
    await eventually(async () => expect((await offer(tenant, id, { dryRun: true })).counts?.alreadyValid).toBe(1));
    await offer(tenant, id, { target: { kind: 'site' } });
    const { operationId } = await offer(tenant, id, { courseId: otherCourse });
    expect(await answered()).toBe(2);
    await undo(tenant, operationId);
    expect([await statusOf({ id }), await answered()]).toEqual(['in_progress', 1]);
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
