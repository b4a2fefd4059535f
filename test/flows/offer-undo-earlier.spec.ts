import { beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, completeAll, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { undo } from '../factories/operations.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an offer after an earlier one, when it is undone,', () => {
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
});
