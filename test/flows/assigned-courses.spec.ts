import { expect, it } from '@jest/globals';
import { assignmentOf } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';

it('keeps an archived course from being deleted while somebody has to take it', async () => {
  const tenant = await (await sharedEngine({ worker: false })).createTenant();
  const { id: courseId } = await publishedCourse(tenant);
  const { id: workerId } = await addWorker(tenant, { name: 'Ada' });
  await tenant.api.assignAssignments({ body: { courseId, workerIds: [workerId] } });
  await tenant.api.archiveCourse({ path: { id: courseId } });
  const remove = () => tenant.admin('DELETE', `/courses/${courseId}`);
  expect(await remove()).toMatchObject(refusal(409, 'course_assigned'));
  expect(await tenant.api.getCourse({ path: { id: courseId } })).toMatchObject({ status: 'archived' });
  const { id } = await assignmentOf(tenant, workerId);
  await tenant.api.cancelAssignment({ path: { id } });
  expect((await remove()).status).toBe(204);
});
