import { beforeEach, describe, expect, it } from '@jest/globals';
import { completeAll } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { startDraft } from '../factories/drafts.js';
import { raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let tenant: TestTenant;
let workerId: string;

beforeEach(async () => {
  tenant = await (await sharedEngine()).createTenant();
  workerId = (await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada' })).id;
});

describe('the readiness of one person', () => {
  it('says of a completed course that was deleted that the library has it no longer', async () => {
    const { id: courseId } = await publishedCourse(tenant, { title: 'Fire safety' });
    await tenant.api.createAssignments({ body: { courseId, workerIds: [workerId] } });
    await completeAll(tenant, 'Ada');
    const held = async (): Promise<string[]> =>
      (await tenant.api.getReadinessWorker({ path: { id: workerId } })).holds.map(({ name }) => name);
    await eventually(async () => expect(await held()).toEqual(['Fire safety']));
    await tenant.api.archiveCourse({ path: { id: courseId } });
    await tenant.api.removeCourse({ path: { id: courseId } });
    expect(await held()).toEqual(['A course that is no longer in the library']);
  });

  it('names the draft of the course that is being written for a reason', async () => {
    const need = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Zorbux line restart' });
    const draftId = await startDraft(tenant, need.id);
    await eventually(async () => {
      const { reasons } = await tenant.api.getReadinessWorker({ path: { id: workerId } });
      expect(reasons.map(({ progress }) => progress)).toEqual([
        { state: 'authoring', text: 'A course is being written', dueAt: null, draftId },
      ]);
    });
  });
});
