import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, assignmentOf, offer, offeredNeed } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { decide, dismiss, expectNeed, needById, raisedNeed, statusesOf } from '../factories/needs.js';
import { undo } from '../factories/operations.js';
import { sendSignal } from '../factories/signals.js';
import { hire } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Drone Operation';
const OF_ADA = { external_worker_id: 'Ada', topic: TOPIC };

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await publishedCourse(tenant, { title: TOPIC });
});

describe('an assignment that an admin cancels', () => {
  it('leaves the need of a site to the others, and their answers as they are', async () => {
    for (const name of ['Ada', 'Ben', 'Cleo']) await hire(tenant, name);
    const need = await offeredNeed(tenant, { site: 'North', topic: TOPIC });
    await actOn(tenant, (await assignmentOf(tenant, 'Ada')).id, 'complete');
    await actOn(tenant, (await assignmentOf(tenant, 'Ben')).id, 'cancel');
    expect(await needById(tenant, need)).toMatchObject({ status: 'in_progress', audience: { people: 3 } });
    await actOn(tenant, (await assignmentOf(tenant, 'Cleo')).id, 'cancel');
    expect(await needById(tenant, need)).toMatchObject({ status: 'open', audience: { people: 3 } });
    expect((await offer(tenant, need)).counts).toMatchObject({ assigned: 2, alreadyValid: 1 });
  });

  it('opens every need that shares it, except those with another assignment', async () => {
    for (const name of ['Ada', 'Ben']) await hire(tenant, name);
    await offeredNeed(tenant, { external_worker_id: 'Ben', topic: TOPIC });
    const made = await offeredNeed(tenant, OF_ADA);
    const shared = await offeredNeed(tenant, { ...OF_ADA, dedupe_key: 'shared' });
    const carried = await offeredNeed(tenant, { site: 'North', topic: TOPIC });
    await actOn(tenant, (await assignmentOf(tenant, 'Ada')).id, 'cancel');
    expect(await statusesOf(tenant, [made, shared, carried])).toEqual(['open', 'open', 'offered']);
  });

  it('opens all needs of a gap that was offered to somebody else', async () => {
    const [ben] = [await hire(tenant, 'Ben'), await hire(tenant, 'Ada')];
    const needs = [await raisedNeed(tenant, OF_ADA), await raisedNeed(tenant, { ...OF_ADA, dedupe_key: 'other' })];
    const needIds = needs.map(({ id }) => id);
    await offer(tenant, needIds[0] ?? '', { target: { kind: 'worker', id: ben } });
    expect(await statusesOf(tenant, needIds)).toEqual(['offered', 'offered']);
    await actOn(tenant, (await assignmentOf(tenant, 'Ben')).id, 'cancel');
    expect(await statusesOf(tenant, needIds)).toEqual(['open', 'open']);
  });

  it('leaves the need to an earlier offer, whose course closes it', async () => {
    await hire(tenant, 'Ada');
    const need = await offeredNeed(tenant, OF_ADA, { dueAt: '2099-01-31' });
    const { id: first } = await assignmentOf(tenant, 'Ada');
    const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
    await offer(tenant, need, { courseId, dueAt: '2099-02-28' });
    await actOn(tenant, (await assignmentOf(tenant, 'Ada')).id, 'cancel');
    expect(await needById(tenant, need)).toMatchObject({ status: 'offered', dueAt: '2099-01-31' });
    await actOn(tenant, first, 'complete');
    expect(await needById(tenant, need)).toMatchObject({ status: 'completed' });
  });

  it('leaves a dismissed need as it is', async () => {
    await hire(tenant, 'Ada');
    const need = await offeredNeed(tenant, OF_ADA);
    await dismiss(tenant, need, { reason: 'duplicate' });
    expect(await assignmentOf(tenant, 'Ada')).toMatchObject({ status: 'assigned' });
    await actOn(tenant, (await assignmentOf(tenant, 'Ada')).id, 'cancel');
    expect(await needById(tenant, need)).toMatchObject({ status: 'dismissed' });
  });

  it.each(['cancelled', 'completed', 'undone'])(
    'leaves a need that was reopened to completions of its topic, if that of somebody else is %s',
    async (end) => {
      const [ben] = [await hire(tenant, 'Ben'), await hire(tenant, 'Ada')];
      const { id: courseId } = await publishedCourse(tenant, { title: 'Rigging' });
      const { id: need } = await raisedNeed(tenant, OF_ADA);
      const { operationId } = await offer(tenant, need, { courseId, target: { kind: 'worker', id: ben } });
      await dismiss(tenant, need, { reason: 'duplicate' });
      await decide(tenant, need, 'reopen');
      const unresolved = 'select from need where tenant_id = $1 and unresolved_since is not null';
      await eventually(async () => expect(await engine.database.query(unresolved, [tenant.id])).toEqual([]));
      if (end === 'undone') await undo(tenant, operationId);
      else await actOn(tenant, (await assignmentOf(tenant, 'Ben')).id, end === 'completed' ? 'complete' : 'cancel');
      await sendSignal(tenant, OF_ADA, 'course_completed');
      await expectNeed(tenant, need, { status: 'completed' });
    },
  );
});
