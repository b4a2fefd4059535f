import { beforeEach, describe, expect, it } from '@jest/globals';
import { actOn, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { undo } from '../factories/operations.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a need of a site for which two courses are offered, when the offer by which somebody is valid is undone,', () => {
  let tenant: TestTenant;
  let otherCourse: string;
  let needId: string;

  beforeEach(async () => {
    tenant = await (await sharedEngine()).createTenant();
    await publishedCourse(tenant, { title: 'Manual Handling' });
    otherCourse = (await publishedCourse(tenant, { title: 'Rigging' })).id;
    for (const externalWorkerId of ['Ada', 'Ben']) await addWorker(tenant, { externalWorkerId, site: 'North' });
    await sendSignal(tenant, { external_worker_id: 'Ada', course: 'Rigging' }, 'course_completed');
    needId = (await raisedNeed(tenant, { site: 'North', topic: 'Manual Handling' })).id;
    await adaIsValidForOther();
  });

  const adaIsValidForOther = (): Promise<void> =>
    eventually(async () => {
      const { counts } = await offer(tenant, needId, { courseId: otherCourse, dryRun: true });
      expect(counts?.alreadyValid).toBe(1);
    });

  const progress = async (): Promise<readonly unknown[]> => {
    const { status, audience } = await needById(tenant, needId);
    return [status, audience.answered];
  };

  it.each(['earlier', 'later'])('is offered again by the %s offer, and not in progress', async (which) => {
    const courses = which === 'earlier' ? [{}, { courseId: otherCourse }] : [{ courseId: otherCourse }, {}];
    const [first, second] = [await offer(tenant, needId, courses[0]), await offer(tenant, needId, courses[1])];
    expect(await progress()).toEqual(['in_progress', 1]);
    await undo(tenant, (which === 'earlier' ? second : first).operationId);
    expect(await progress()).toEqual(['offered', 0]);
    const { items } = await tenant.api.listAssignments({ query: { need: needId, status: ['assigned'] } });
    for (const { id } of items) await actOn(tenant, id, 'complete');
    expect(await progress()).toEqual(['completed', 2]);
  });
});
