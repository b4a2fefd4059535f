import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { allWorkers, changeWorker, countsOf, importWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { ENTERPRISE, scimOf } from '../harness/scim.js';
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

/** As Entra ID sends it: the external id is the beginning of the address. */
const ADA = { userName: 'ada@acme.com', externalId: 'ada', displayName: 'Ada', emails: [{ value: 'ada@acme.com' }] };
const ROWS = 'externalWorkerId,email,name,role\nW-1,ada@acme.com,Ada,Rigger\n';

describe('a user with the e-mail address of a worker who has left', () => {
  it('is somebody else by another employee number, and the same person by that one or by none', async () => {
    const left = await scim.addUser({ ...ADA, [ENTERPRISE]: { employeeNumber: 'W-2' } });
    await scim.call('DELETE', `/Users/${left}`);
    const successor = await scim.addUser({ ...ADA, [ENTERPRISE]: { employeeNumber: 'W-3' } });
    expect(await allWorkers(tenant)).toMatchObject([
      { id: left, externalWorkerId: 'W-2', email: null, active: false },
      { id: successor, externalWorkerId: 'W-3', email: 'ada@acme.com', active: true },
    ]);
    await scim.call('DELETE', `/Users/${successor}`);
    for (const fields of [{}, { [ENTERPRISE]: { employeeNumber: 'W-3' } }]) {
      expect(await scim.addUser({ ...ADA, ...fields })).toBe(successor);
      await scim.call('DELETE', `/Users/${successor}`);
    }
  });
});

describe('a worker whom the identity provider adds before the HR system', () => {
  it('gets the id of the HR system by an import with the e-mail, and keeps it', async () => {
    const id = await scim.addUser(ADA);
    const { body } = await importWorkers(tenant, ROWS);
    expect([countsOf(body), body.errors]).toEqual([[0, 1, 0, 0], []]);
    expect(countsOf((await importWorkers(tenant, ROWS)).body)).toEqual([0, 0, 1, 0]);
    await scim.call('PUT', `/Users/${id}`, { ...ADA, title: 'Welder' });
    expect(await allWorkers(tenant)).toMatchObject([{ id, externalWorkerId: 'W-1', role: 'Welder' }]);
    expect((await scim.find('/Users', 'externalId eq "ada"')).map((user) => user['id'])).toEqual([id]);
  });

  it('keeps an id that is an employee number, or that of somebody who has left', async () => {
    const id = await scim.addUser({ ...ADA, [ENTERPRISE]: { employeeNumber: 'W-2' } });
    expect((await importWorkers(tenant, ROWS)).body.errors).toMatchObject([{ row: 2, field: 'email' }]);
    await scim.call('DELETE', `/Users/${id}`);
    const left = await scim.addUser({ ...ADA, userName: 'ben@acme.com', emails: [{ value: 'ben@acme.com' }] });
    await changeWorker(tenant, left, { active: false });
    await importWorkers(tenant, ROWS.replace('ada@acme.com', 'ben@acme.com'));
    expect((await allWorkers(tenant)).slice(0, 2)).toMatchObject([
      { externalWorkerId: 'W-2' },
      { id: left, externalWorkerId: 'ada', active: false },
    ]);
  });
});
