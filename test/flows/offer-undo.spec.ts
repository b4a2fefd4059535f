import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { timeInDays } from '../factories/days.js';
import { readyDraft, startDraft } from '../factories/drafts.js';
import { decide, needById, raisedNeed, statusesOf } from '../factories/needs.js';
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
    await tenant.api.createAssignments({ body: { courseId: otherCourse, target: { kind: 'everyone' } } });
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
