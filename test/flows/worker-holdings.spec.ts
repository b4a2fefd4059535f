import { expect, it } from '@jest/globals';
import { completeAll } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

it('says of a completed course that was deleted that the library has it no longer', async () => {
  const tenant = await (await sharedEngine()).createTenant();
  const { id: workerId } = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada' });
  const { id: courseId } = await publishedCourse(tenant, { title: 'Fire safety' });
  await tenant.api.assignAssignments({ body: { courseId, workerIds: [workerId] } });
  await completeAll(tenant, 'Ada');
  const held = async (): Promise<string[]> =>
    (await tenant.api.getReadinessWorker({ path: { id: workerId } })).holds.map(({ name }) => name);
  await eventually(async () => expect(await held()).toEqual(['Fire safety']));
  await tenant.api.archiveCourse({ path: { id: courseId } });
  await tenant.api.removeCourse({ path: { id: courseId } });
  expect(await held()).toEqual(['A course that is no longer in the library']);
});
