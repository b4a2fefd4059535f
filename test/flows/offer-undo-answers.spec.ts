import { beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { undo } from '../factories/operations.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an offer that is undone, of a need that was answered,', () => {
  let tenant: TestTenant;
  let otherCourse: string;

  beforeEach(async () => {
    tenant = await (await sharedEngine()).createTenant();
    await publishedCourse(tenant, { title: 'Manual Handling' });
    otherCourse = (await publishedCourse(tenant, { title: 'Rigging' })).id;
    await addWorker(tenant, { externalWorkerId: 'Ada' });
  });

  const need = (topic: string): Promise<{ readonly id: string }> =>
    raisedNeed(tenant, { external_worker_id: 'Ada', topic });
  const statusOf = async ({ id }: { readonly id: string }): Promise<string> => (await needById(tenant, id)).status;

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

  it('completes a need again that returns to an earlier offer, if nobody whom it reaches needs a course', async () => {
    const { id: ben } = await addWorker(tenant, { externalWorkerId: 'Ben' });
    const one = await need('Rigging');
    await offer(tenant, one.id, { target: { kind: 'worker', id: ben } });
    await addCredential(tenant, { externalWorkerId: 'Ada', name: 'Rigging', expiresAt: '2099-01-01' });
    const { operationId } = await offer(tenant, one.id);
    expect(await statusOf(one)).toBe('completed');
    await undo(tenant, operationId);
    expect(await needById(tenant, one.id)).toMatchObject({ status: 'completed', audience: { people: 1, answered: 1 } });
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
});
