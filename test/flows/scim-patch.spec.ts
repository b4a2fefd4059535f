import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addWorker, allWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { ADA, CORE, ENTERPRISE, READINESS, scimOf } from '../harness/scim.js';
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

describe('a PATCH', () => {
  const one = (path: string, value?: unknown, op = 'Replace'): object => ({
    op,
    path,
    ...(value === undefined ? {} : { value }),
  });

  it.each<[string, object[], object]>([
    ['a flag in words, as Entra ID sends it', [one('active', 'False')], { active: false }],
    ['a flag in words, without a path', [{ op: 'Replace', value: { active: 'False' } }], { active: false }],
    [
      'several attributes at once, as Okta sends it',
      [{ op: 'replace', value: { active: false, displayName: 'Ada King', id: 'x' } }],
      { active: false, name: 'Ada King' },
    ],
    [
      'paths in the names of a value',
      [{ op: 'add', value: { title: 'Chief', [`${ENTERPRISE}:employeeNumber`]: 'W-2', 'name.givenName': 'A' } }],
      { role: 'Chief', externalWorkerId: 'W-2' },
    ],
    [
      'one of several values by a filter',
      [one('emails[type eq "work"].value', 'new@acme.com')],
      { email: 'new@acme.com' },
    ],
    [
      'a path with its schema',
      [one(`${READINESS}:site`, 'Site B', 'Add'), one(`${CORE}:title`, 'Chief')],
      { site: 'Site B', role: 'Chief' },
    ],
    [
      'an extension as a whole',
      [{ op: 'add', value: { [READINESS]: { site: 'Site B', learnerId: 'L-1' } } }],
      { site: 'Site B', learnerId: 'L-1' },
    ],
    [
      'a removal',
      [one('title', undefined, 'remove'), one('emails', undefined, 'Remove')],
      { role: null, email: 'ada@acme.com' },
    ],
    [
      'what is not kept',
      [
        one('phoneNumbers[type eq "work"].value', '7', 'Add'),
        one(`${ENTERPRISE}:manager`, '9'),
        one('addresses[type eq "work"].locality', 'x'),
        one('title', 'Chief'),
      ],
      { role: 'Chief' },
    ],
    [
      'what was removed and added again',
      [one('emails', undefined, 'remove'), one('emails[type eq "work"].value', 'b@acme.com', 'Add')],
      { email: 'b@acme.com' },
    ],
  ])('applies %s', async (_what, operations, expected) => {
    const id = await scim.addUser();
    expect((await scim.patch(`/Users/${id}`, ...operations)).status).toBe(200);
    expect(await allWorkers(tenant)).toMatchObject([expected]);
  });

  it('keeps fields that admins have changed and it does not name', async () => {
    const id = await scim.addUser();
    await tenant.admin('PATCH', `/workers/${id}`, { name: 'A. L.', role: 'Rigger', externalWorkerId: 'HR-1' });
    await scim.patch(`/Users/${id}`, one('active', false));
    expect(await allWorkers(tenant)).toMatchObject([
      { name: 'A. L.', role: 'Rigger', externalWorkerId: 'HR-1', active: false },
    ]);
  });

  it('without a change keeps a key that the provider never sent', async () => {
    await addWorker(tenant, { externalWorkerId: 'W-9', email: 'ada@acme.com', name: 'Ada' });
    const { [ENTERPRISE]: _enterprise, ...user } = ADA;
    const sent = { ...user, [ENTERPRISE]: { department: 'Research' } };
    const id = await scim.addUser(sent);
    await scim.patch(`/Users/${id}`, { op: 'replace', value: { active: true } });
    expect((await scim.call('GET', `/Users/${id}`)).body[ENTERPRISE]).toEqual({ department: 'Research' });
    await scim.call('PUT', `/Users/${id}`, sent);
    expect(await allWorkers(tenant)).toMatchObject([{ id, externalWorkerId: 'W-9' }]);
  });

  it('is applied completely or not at all, and has the same result when repeated', async () => {
    const id = await scim.addUser();
    expect(await scim.patch(`/Users/${id}`, one('title', 'Chief'), one('nonsense', 1))).toMatchObject({
      status: 400,
      body: { scimType: 'invalidPath' },
    });
    expect(await allWorkers(tenant)).toMatchObject([{ role: 'Engineer', version: 1 }]);
    for (const title of ['Chief', 'Chief']) await scim.patch(`/Users/${id}`, one('title', title));
    expect(await allWorkers(tenant)).toMatchObject([{ role: 'Chief', version: 2 }]);
  });
});
