import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addWorker, allWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { READINESS, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const scim = scimOf(() => tenant);

describe('a user of whom something is removed', () => {
  it('keeps a key from its userName when all others are removed', async () => {
    const id = await scim.addUser({ userName: 'ben', emails: [{ value: 'ben@acme.com' }] });
    expect(await allWorkers(tenant)).toMatchObject([{ email: 'ben@acme.com', externalWorkerId: null }]);
    expect((await scim.patch(`/Users/${id}`, { op: 'remove', path: 'emails' })).status).toBe(200);
    expect(await allWorkers(tenant)).toMatchObject([{ email: null, externalWorkerId: 'ben' }]);
  });

  it('is called by its userName after its displayName is removed, and by the name that an admin gives it then', async () => {
    const id = await scim.addUser({ userName: 'ben', displayName: 'Ben Bell' });
    const { body } = await scim.patch(`/Users/${id}`, { op: 'remove', path: 'displayName' });
    expect(body).not.toHaveProperty('displayName');
    expect(await allWorkers(tenant)).toMatchObject([{ name: 'ben' }]);
    await tenant.admin('PATCH', `/workers/${id}`, { name: 'Benjamin' });
    expect((await scim.call('GET', `/Users/${id}`)).body).toMatchObject({ displayName: 'Benjamin' });
  });

  it('loses an attribute of an import that its provider removes', async () => {
    const { id } = await addWorker(tenant, { name: 'Cem', externalWorkerId: 'HR-1', role: 'Rigger', site: 'Site A' });
    const operations = [
      { op: 'remove', path: 'title' },
      { op: 'remove', path: READINESS },
    ];
    const { status, body } = await scim.patch(`/Users/${id}`, ...operations);
    expect([status, body['title'], body[READINESS]]).toEqual([200, undefined, undefined]);
    expect(await allWorkers(tenant)).toMatchObject([{ name: 'Cem', externalWorkerId: 'HR-1', role: null, site: null }]);
  });

  it('is active without the attribute', async () => {
    const id = await scim.addUser({ userName: 'ben', active: false });
    const { body } = await scim.patch(`/Users/${id}`, { op: 'remove', path: 'active' });
    expect(body).not.toHaveProperty('active');
    expect(await allWorkers(tenant)).toMatchObject([{ active: true }]);
  });

  it('loses the address whose value Entra ID removes, whatever value it names, and keeps the others', async () => {
    const path = 'emails[type eq "work"].value';
    const id = await scim.addUser();
    const shown = await scim.patch(`/Users/${id}`, { op: 'Remove', path, value: 'ada@acme.com' });
    expect(shown).toMatchObject({ status: 200, body: { emails: [{ value: 'ada@home.example', type: 'home' }] } });
    expect(await allWorkers(tenant)).toMatchObject([{ email: 'ada@home.example', externalWorkerId: 'W-1' }]);
    for (const again of [
      { op: 'Remove', path },
      { op: 'Replace', path, value: '' },
    ])
      expect((await scim.patch(`/Users/${id}`, again)).status).toBe(200);
    expect(await scim.patch(`/Users/${id}`, { op: 'Remove', path: 'emails.value' })).toMatchObject({ status: 400 });
  });
});
