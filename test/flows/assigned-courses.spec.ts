import { expect, it } from '@jest/globals';
import { assignmentOf, offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { recordedNeed } from '../factories/needs.js';
import { addManyWorkers, addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';

it('keeps an archived course from being deleted while somebody has to take it', async () => {
  const tenant = await (await sharedEngine({ worker: false })).createTenant();
  const { id: courseId } = await publishedCourse(tenant);
  const { id: workerId } = await addWorker(tenant, { name: 'Ada' });
  await tenant.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
  await tenant.api.archiveCourse({ path: { id: courseId } });
  const remove = () => tenant.admin('DELETE', `/courses/${courseId}`);
  expect(await remove()).toMatchObject(refusal(409, 'course_assigned'));
  expect(await tenant.api.getCourse({ path: { id: courseId } })).toMatchObject({ status: 'archived' });
  const { id } = await assignmentOf(tenant, workerId);
  await tenant.api.cancelAssignment({ path: { id } });
  expect((await remove()).status).toBe(204);
});

it('keeps it from being deleted while it is assigned to more people than at once, none of whom has it yet', async () => {
  const engine = await sharedEngine({ worker: false });
  const tenant = await engine.createTenant();
  await addManyWorkers(engine, tenant, 1_001, { site: 'North' });
  const needId = await recordedNeed(tenant, { site: 'North', topic: 'Rigging' });
  const operations = {
    Rigging: (courseId: string) => offer(tenant, needId, { courseId }),
    Slinging: (courseId: string) => tenant.api.createAssignments({ body: { courseId, target: { kind: 'everyone' } } }),
  };
  for (const [title, start] of Object.entries(operations)) {
    const { id } = await publishedCourse(tenant, { title });
    expect((await start(id)).status).toBe('queued');
    await tenant.api.archiveCourse({ path: { id } });
    expect(await tenant.admin('DELETE', `/courses/${id}`)).toMatchObject(refusal(409, 'course_assigned'));
  }
});
