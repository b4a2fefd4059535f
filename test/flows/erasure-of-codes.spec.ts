import { expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

it('The erasure of a person whose name contains the word of a code leaves the codes', async () => {
  const engine = await sharedEngine();
  const tenant = await engine.createTenant();
  const { id } = await addWorker(tenant, { name: 'Temp Worker' });
  const need = await raisedNeed(tenant, { external_worker_id: 'Temp Worker', topic: 'Rigging' });
  await tenant.admin('DELETE', `/workers/${id}?erase=true`);
  await eventually(async () => expect(await auditOf(tenant, { subject: id, action: 'worker.erased' })).toHaveLength(1));
  const { audience, unknownWorker } = await needById(tenant, need.id);
  expect([audience.kind, unknownWorker?.externalWorkerId]).toEqual(['worker', expect.stringMatching(/^erased-/)]);
  expect(await auditOf(tenant, { subject: id, action: 'worker.deleted' })).toHaveLength(1);
});
