import { expect, it } from '@jest/globals';
import { startDraft } from '../factories/drafts.js';
import { raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

it('names the draft of the course that is being written for a reason', async () => {
  const tenant = await (await sharedEngine()).createTenant();
  const { id: workerId } = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada' });
  const need = await raisedNeed(tenant, { external_worker_id: 'Ada', topic: 'Zorbux line restart' });
  const draftId = await startDraft(tenant, need.id);
  await eventually(async () => {
    const { reasons } = await tenant.api.getReadinessWorker({ path: { id: workerId } });
    expect(reasons.map(({ progress }) => progress)).toEqual([
      { state: 'authoring', text: 'A course is being written', dueAt: null, draftId },
    ]);
  });
});
