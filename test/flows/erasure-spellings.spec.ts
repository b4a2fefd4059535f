import { beforeAll, describe, expect, it } from '@jest/globals';
import { needById, raisedNeed } from '../factories/needs.js';
import { addWorker, eraseWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('the erasure of a person', () => {
  let createTenant: () => Promise<TestTenant>;

  beforeAll(async () => {
    ({ createTenant } = await sharedEngine());
  });

  it.each([
    ['ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ', 'γιωργος νικολαου'],
    ['Γιωργος Νικολαου', 'ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ'],
    ['Zoë Ångström', 'ZOË ÅNGSTRÖM'],
  ])('called %s finds them in signals about others as %s', async (name, spelling) => {
    const tenant = await createTenant();
    const worker = await addWorker(tenant, { name, externalWorkerId: 'W-1' });
    const { id } = await raisedNeed(tenant, { site: 'North', topic: 'Rigging', note: `seen by ${spelling}` });
    expect(JSON.stringify(await needById(tenant, id))).toContain(spelling);
    await eraseWorker(tenant, worker.id);
    expect(JSON.stringify(await needById(tenant, id))).not.toContain(spelling);
  });

  it.each([
    ['ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ', 'ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ'],
    ['ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ', 'Γιωργος Νικολαου'],
    ['Zoë Ångström', 'Zoe Angstrom'],
  ])('called %s leaves the name of another worker, %s, in signals about them', async (name, other) => {
    const tenant = await createTenant();
    const worker = await addWorker(tenant, { name, externalWorkerId: 'W-1' });
    await addWorker(tenant, { name: other, externalWorkerId: 'W-2' });
    const theirs = await raisedNeed(tenant, { external_worker_id: 'W-2', topic: 'Rigging', by: other });
    await eraseWorker(tenant, worker.id);
    expect((await needById(tenant, theirs.id)).signals).toEqual(theirs.signals);
  });

  it('replaces a part of the name in needs of them, whatever its script', async () => {
    const tenant = await createTenant();
    const worker = await addWorker(tenant, { name: 'अमित शर्मा', externalWorkerId: 'W-1' });
    const { id } = await raisedNeed(tenant, { external_worker_id: 'W-1', topic: 'अमित से बात' });
    await eraseWorker(tenant, worker.id);
    expect((await needById(tenant, id)).topic).toMatch(/^erased-\w+ से बात$/);
  });
});
