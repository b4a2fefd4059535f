import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { addWorker, allWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scimRefusal } from '../harness/expect-scim-refused.js';
import { ADA, CORE, ENTERPRISE, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** A user with few attributes. */
const LOVELACE = { externalId: '00u1', displayName: 'Ada Lovelace', emails: [{ value: 'ada@acme.com' }] };
const TAKEN = scimRefusal(409, 'uniqueness');
const scim = scimOf(() => tenant);

describe('a user', () => {
  it('becomes a worker, and is shown as it was sent', async () => {
    const { status, type, location, body } = await scim.call('POST', '/Users', ADA);
    const url = `${engine.url}/engine/scim/v2/Users/${body.id}`;
    expect([status, type?.split(';')[0], location]).toEqual([201, 'application/scim+json', url]);
    expect(body).toEqual({
      schemas: [CORE, ENTERPRISE],
      id: expect.stringMatching(/^wrk_/),
      externalId: '00u1',
      userName: 'Ada@acme.com',
      displayName: 'Ada Lovelace',
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      active: true,
      title: 'Engineer',
      emails: ADA.emails,
      [ENTERPRISE]: { employeeNumber: 'W-1', department: 'Research' },
      meta: { resourceType: 'User', created: expect.any(String), lastModified: expect.any(String), location },
    });
    expect((await scim.call('GET', `/Users/${body.id}`)).body).toEqual(body);
    expect(await allWorkers(tenant)).toMatchObject([
      {
        id: body.id,
        externalWorkerId: 'W-1',
        email: 'ada@acme.com',
        name: 'Ada Lovelace',
        role: 'Engineer',
        active: true,
      },
    ]);
  });

  it('may have booleans as text, as Entra ID sends them', async () => {
    const emails = [{ value: 'home@acme.com' }, { value: 'ada@acme.com', primary: 'True' }];
    const { status, body } = await scim.call('POST', '/Users', { userName: 'ada', active: 'True', emails });
    expect([status, body['active'], body['emails']]).toMatchObject([201, true, [{}, { primary: true }]]);
    await scim.call('PUT', `/Users/${body.id}`, { userName: 'ada', active: 'False', emails });
    expect(await allWorkers(tenant)).toMatchObject([{ email: 'ada@acme.com', active: false }]);
    expect((await scim.call('POST', '/Users', { userName: 'ben', active: 'perhaps' })).status).toBe(400);
  });

  it('requires only a userName, which is the key of a worker without another one', async () => {
    const users = [
      { userName: 'ben', emails: [null], externalId: null },
      { userName: 'HR-9', emails: null, name: null, title: null },
      { userName: 'eve@acme.com' },
      { schemas: [CORE], userName: 'ben@acme.com' },
      { schemas: [CORE], userName: 'cem', externalId: 'x-3' },
    ];
    for (const user of users) expect((await scim.call('POST', '/Users', user)).status).toBe(201);
    expect(await allWorkers(tenant)).toMatchObject([
      { name: 'ben', email: null, externalWorkerId: 'ben' },
      { name: 'HR-9', email: null, externalWorkerId: 'HR-9' },
      { name: 'eve@acme.com', email: 'eve@acme.com', externalWorkerId: null },
      { name: 'ben@acme.com', email: 'ben@acme.com', externalWorkerId: null },
      { name: 'cem', email: null, externalWorkerId: 'x-3' },
    ]);
  });

  it('is unique: another one with the same name or a key is refused', async () => {
    await scim.addUser();
    for (const user of [ADA, { ...ADA, userName: 'ADA@acme.com' }, { ...ADA, userName: 'other' }])
      expect(await scim.call('POST', '/Users', user)).toMatchObject(TAKEN);
    const other = await scim.addUser({ userName: 'ben@acme.com' });
    for (const [path, value] of [
      ['userName', 'ada@ACME.com'],
      ['emails[type eq "work"].value', 'ada@acme.com'],
    ])
      expect(await scim.patch(`/Users/${other}`, { op: 'replace', path, value })).toMatchObject(TAKEN);
  });

  it('becomes an imported worker, who keeps its keys', async () => {
    const imported = await addWorker(tenant, {
      name: 'Ada',
      email: 'ada@acme.com',
      externalWorkerId: 'HR-9',
      role: 'Rigger',
      site: 'Site A',
    });
    expect(await scim.userNames('userName eq "ADA@acme.com"')).toEqual(['ada@acme.com']);
    const { status, body } = await scim.call('POST', '/Users', { ...LOVELACE, userName: 'ada.l' });
    expect([status, body.id]).toEqual([201, imported.id]);
    expect(await allWorkers(tenant)).toMatchObject([
      { externalWorkerId: 'HR-9', name: 'Ada Lovelace', role: 'Rigger', site: 'Site A' },
    ]);
    expect(await scim.userNames('externalId eq "00u1"')).toEqual(['ada.l']);
    expect(await scim.userNames('externalId eq "HR-9"')).toEqual([]);
  });

  it('is replaced by PUT: omitted attributes are cleared if they were sent before', async () => {
    const id = await scim.addUser();
    await tenant.admin('PATCH', `/workers/${id}`, { site: 'Site A', name: 'A. Lovelace' });
    const king = { ...LOVELACE, schemas: [CORE], id, userName: 'ada@acme.com', displayName: 'Ada King', active: true };
    const { status, body } = await scim.call('PUT', `/Users/${id}`, king);
    expect([status, body['displayName'], body['title']]).toEqual([200, 'Ada King', undefined]);
    expect(await allWorkers(tenant)).toMatchObject([
      { name: 'Ada King', role: null, site: 'Site A', externalWorkerId: '00u1' },
    ]);
  });

  it('leaves with active false, returns with true, and is unknown to its provider when deleted', async () => {
    const id = await scim.addUser();
    await scim.call('PUT', `/Users/${id}`, { ...ADA, active: false });
    expect(await allWorkers(tenant)).toMatchObject([{ active: false }]);
    expect((await scim.patch(`/Users/${id}`, { op: 'replace', value: { active: true } })).body['active']).toBe(true);
    const type = { 'content-type': 'application/scim+json' };
    expect(await scim.call('DELETE', `/Users/${id}`, undefined, type)).toMatchObject({ status: 204, body: null });
    expect(await allWorkers(tenant)).toMatchObject([{ id, active: false }]);
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await scim.call(method, `/Users/${id}`, method === 'PUT' ? ADA : undefined)).status).toBe(404);
    expect((await scim.call('GET', '/Users')).body.totalResults).toBe(0);
    expect(await scim.addUser()).toBe(id);
    expect(await allWorkers(tenant)).toMatchObject([{ id, active: true }]);
  });

  it('is in the audit log, without attributes that only the provider uses', async () => {
    const id = await scim.addUser();
    await scim.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'Chief' });
    await scim.patch(`/Users/${id}`, { op: 'replace', path: 'name.givenName', value: 'Augusta' });
    const entries = await auditOf(tenant, { subject: id });
    expect(entries.map(({ action, after }) => [action, Object.keys(after ?? {}).length])).toEqual([
      ['worker.created', 8],
      ['worker.provisioned', 2],
      ['worker.changed', 1],
    ]);
  });
});
