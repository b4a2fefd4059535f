import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { boardShows } from '../factories/readiness.js';
import { addWorker, changeWorker, eraseWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('the erasure of a person leaves', () => {
  let createTenant: () => Promise<TestTenant>;
  let tenant: TestTenant;

  beforeAll(async () => {
    ({ createTenant } = await sharedEngine());
  });
  beforeEach(async () => {
    tenant = await createTenant();
  });

  it('codes, although the name contains the word of one', async () => {
    const { id } = await addWorker(tenant, { name: 'Temp Worker' });
    const need = await raisedNeed(tenant, { external_worker_id: 'Temp Worker', topic: 'Rigging' });
    await eraseWorker(tenant, id);
    const { audience, unknownWorker } = await needById(tenant, need.id);
    expect([audience.kind, unknownWorker?.externalWorkerId]).toEqual(['worker', expect.stringMatching(/^erased-/)]);
    expect(await auditOf(tenant, { subject: id, action: 'worker.deleted' })).toHaveLength(1);
  });

  it('the role of others that is called after them, and its counts', async () => {
    const role = 'Deputy of Maria Lindqvist';
    const { id } = await addWorker(tenant, { name: 'Maria Lindqvist', externalWorkerId: 'M-1' });
    const ada = await addWorker(tenant, { name: 'Ada', role, site: 'North' });
    await addWorker(tenant, { name: 'Ben', role: 'Cook', site: 'South' });
    await boardShows(tenant, ['Ada | ready', 'Ben | ready', 'Maria Lindqvist | ready']);
    await eraseWorker(tenant, id);
    await boardShows(tenant, ['Ada | ready', 'Ben | ready']);
    const expectCounts = async (): Promise<void> => {
      const { sites, roles } = await tenant.api.getReadinessSummary({ query: {} });
      expect([sites, roles].flat().map((one) => [Object.values(one)[0], one.total])).toEqual([
        ['North', 1],
        ['South', 1],
        ['Cook', 1],
        [role, 1],
      ]);
    };
    await expectCounts();
    expect((await tenant.api.listReadiness({ query: { role } })).items).toHaveLength(1);
    await changeWorker(tenant, ada.id, { name: 'Ada Byron' });
    await boardShows(tenant, ['Ada Byron | ready', 'Ben | ready']);
    await expectCounts();
  });

  it('the records of another worker, who has their e-mail address now', async () => {
    const sent = { email: 'ada@acme.example', payload: { note: 'seen on Monday' } };
    const ada = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'W-1', email: sent.email });
    const ofAda = await raisedNeed(tenant, { ...sent, topic: 'Rigging' });
    await changeWorker(tenant, ada.id, { email: null, active: false });
    await addWorker(tenant, { name: 'Bea', externalWorkerId: 'W-2', email: sent.email });
    const ofBea = await raisedNeed(tenant, { ...sent, topic: 'Fire' });
    await eraseWorker(tenant, ada.id);
    expect((await needById(tenant, ofBea.id)).signals).toMatchObject([{ event: { data: sent } }]);
    const erased = await needById(tenant, ofAda.id);
    expect(erased.signals).toMatchObject([
      { event: { data: { external_worker_id: expect.stringMatching(/^erased-/) } } },
    ]);
    expect(JSON.stringify(erased)).not.toMatch(/ada@acme|Monday/);
    expect(JSON.stringify(await auditOf(tenant, { subject: ada.id }))).not.toContain('ada@acme');
  });

  it('other people, even if they have the same name or a similar key', async () => {
    const ada = await addWorker(tenant, { name: 'Ada Smith', externalWorkerId: '12', site: 'North' });
    const other = await addWorker(tenant, {
      name: 'Ada Smith',
      externalWorkerId: '120',
      email: 'a.smith@acme.example',
    });
    const theirs = await raisedNeed(tenant, {
      external_worker_id: '120',
      topic: 'Lifting',
      weight: '12',
      by: 'Ada Smith',
    });
    const own = await raisedNeed(tenant, { external_worker_id: '12', topic: 'Lifting', note: 'Ada Smith fell' });
    await eraseWorker(tenant, ada.id);
    expect((await needById(tenant, theirs.id)).signals).toEqual(theirs.signals);
    expect(await tenant.api.getWorker({ path: { id: other.id } })).toEqual(other);
    expect(JSON.stringify(await needById(tenant, own.id))).not.toContain('Ada Smith');
  });

  it('the long numbers of an event that mentions them', async () => {
    const { id } = await addWorker(tenant, { name: 'Ada Smith', externalWorkerId: 'W-1' });
    const serial = '12345678901234567890';
    const theirs = await raisedNeed(tenant, {
      site: 'North',
      topic: 'Lifting',
      by: 'Ada Smith',
      serial: JSON.rawJSON(serial),
    });
    await eraseWorker(tenant, id);
    const text = await (await tenant.call('GET', `/needs/${theirs.id}`)).text();
    expect(text).toMatch(/"by":"erased-/);
    expect(text).toContain(`"serial":${serial}`);
  });

  it('the aliases of a site, by which signals reach it', async () => {
    const worker = await addWorker(tenant, { name: 'Mary Baker', externalWorkerId: 'M-1' });
    const { id } = await tenant.api.createSite({ body: { name: 'North', aliases: ['Mary Baker House'] } });
    await eraseWorker(tenant, worker.id);
    expect((await tenant.api.getSite({ path: { id } })).aliases).toEqual(['Mary Baker House']);
  });
});
