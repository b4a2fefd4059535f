import { beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { addWorker, changeWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

let engine: SharedEngine;

beforeAll(async () => {
  engine = await sharedEngine();
});

describe('the erasure of a person whose e-mail address another worker has now', () => {
  it('keeps the records of the other worker', async () => {
    const tenant = await engine.createTenant();
    const sent = { email: 'ada@acme.example', payload: { note: 'seen on Monday' } };
    const ada = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'W-1', email: sent.email });
    const ofAda = await raisedNeed(tenant, { ...sent, topic: 'Rigging' });
    await changeWorker(tenant, ada.id, { email: null, active: false });
    await addWorker(tenant, { name: 'Bea', externalWorkerId: 'W-2', email: sent.email });
    const ofBea = await raisedNeed(tenant, { ...sent, topic: 'Fire' });
    await tenant.admin('DELETE', `/workers/${ada.id}?erase=true`);
    await eventually(async () =>
      expect(await auditOf(tenant, { subject: ada.id, action: 'worker.erased' })).toHaveLength(1),
    );
    expect((await needById(tenant, ofBea.id)).signals).toMatchObject([{ event: { data: sent } }]);
    const erased = await needById(tenant, ofAda.id);
    expect(erased.signals).toMatchObject([
      { event: { data: { external_worker_id: expect.stringMatching(/^erased-/) } } },
    ]);
    expect(JSON.stringify(erased)).not.toMatch(/ada@acme|Monday/);
    expect(JSON.stringify(await auditOf(tenant, { subject: ada.id }))).not.toContain('ada@acme');
  });
});
