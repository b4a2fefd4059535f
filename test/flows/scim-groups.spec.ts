import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scimRefusal } from '../harness/expect-scim-refused.js';
import { GROUP, members, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let ada: string;
let ben: string;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  [ada = '', ben = ''] = await addUsers('Ada', 'Ben');
});

const { call, patch, find, addUsers, addGroup } = scimOf(() => tenant);
const groupNames = async (worker: string): Promise<readonly string[]> =>
  (await tenant.api.getWorker({ path: { id: worker } })).groups;

describe('a group', () => {
  it('is created with its members, and is the group that admins see', async () => {
    const { status, location, body } = await call('POST', '/Groups', {
      schemas: [GROUP],
      displayName: 'Riggers',
      externalId: 'g-1',
      members: [{ value: ada, display: 'whatever' }],
    });
    expect([status, location]).toEqual([201, `${engine.url}/engine/scim/v2/Groups/${body.id}`]);
    expect(body).toMatchObject({
      schemas: [GROUP],
      id: expect.stringMatching(/^grp_/),
      displayName: 'Riggers',
      externalId: 'g-1',
      meta: { resourceType: 'Group', location },
      members: [{ value: ada, display: 'Ada', type: 'User', $ref: `${engine.url}/engine/scim/v2/Users/${ada}` }],
    });
    expect(await groupNames(ada)).toEqual(['Riggers']);
    expect((await tenant.admin('GET', `/groups/${body.id}`)).body).toMatchObject({ name: 'Riggers', workers: 1 });
    expect(await call('POST', '/Groups', { displayName: ' riggers' })).toMatchObject(scimRefusal(409, 'uniqueness'));
  });

  it('is renamed with a path or without one', async () => {
    const id = await addGroup('Riggers');
    await patch(`/Groups/${id}`, { op: 'replace', value: { id, displayName: 'Riggers A' } });
    await patch(
      `/Groups/${id}`,
      { op: 'Replace', path: 'displayName', value: 'Riggers B' },
      { op: 'Add', path: 'externalId', value: 'g-7' },
    );
    expect((await call('GET', `/Groups/${id}`)).body).toMatchObject({ displayName: 'Riggers B', externalId: 'g-7' });
    await addGroup('Welders');
    expect(await patch(`/Groups/${id}`, { op: 'replace', path: 'displayName', value: 'welders' })).toMatchObject(
      scimRefusal(409, 'uniqueness'),
    );
  });

  it('is replaced by PUT; omitted members stay', async () => {
    const id = await addGroup('Riggers', ada);
    expect((await call('PUT', `/Groups/${id}`, { displayName: 'Welders' })).body).toMatchObject({
      displayName: 'Welders',
      members: [{ value: ada }],
    });
    expect((await call('PUT', `/Groups/${id}`, { displayName: 'Welders', members: members(ben) })).body).toMatchObject({
      members: [{ value: ben }],
    });
    expect(await groupNames(ada)).toEqual([]);
  });

  it('is deleted with its members, who stay', async () => {
    const id = await addGroup('Riggers', ada);
    const type = { 'content-type': 'application/scim+json' };
    expect((await call('DELETE', `/Groups/${id}`, undefined, type)).status).toBe(204);
    for (const method of ['GET', 'DELETE', 'PATCH']) expect((await call(method, `/Groups/${id}`)).status).toBe(404);
    expect(await groupNames(ada)).toEqual([]);
    expect((await call('GET', `/Users/${ada}`)).status).toBe(200);
  });

  it('has no members of another tenant', async () => {
    const id = await addGroup('Riggers');
    const otherTenant = await engine.createTenant();
    const other = scimOf(() => otherTenant);
    expect((await other.call('GET', `/Groups/${id}`)).status).toBe(404);
    const { body: theirs } = await other.call('POST', '/Groups', { displayName: 'Riggers' });
    expect(
      await other.patch(`/Groups/${theirs.id}`, { op: 'add', path: 'members', value: members(ada) }),
    ).toMatchObject({ status: 400 });
  });

  it('is found by name, external id or member, with its members only if requested', async () => {
    const riggers = await addGroup('Riggers', ada);
    await addGroup('Welders', ada, ben);
    await patch(`/Groups/${riggers}`, { op: 'add', path: 'externalId', value: 'g-1' });
    const found = async (filter: string): Promise<unknown[]> =>
      (await find('/Groups', filter)).map((group) => group['displayName']);
    expect(await found('displayName eq "RIGGERS"')).toEqual(['Riggers']);
    expect(await found('externalId eq "g-1"')).toEqual(['Riggers']);
    expect(await found(`members.value eq "${ben}"`)).toEqual(['Welders']);
    expect(await found(`id eq "${riggers}" and members eq "${ben}"`)).toEqual([]);
    const shown = async (query: string): Promise<boolean[]> =>
      (await call('GET', `/Groups?${query}`)).body.Resources.map((group) => 'members' in group);
    expect(await shown('excludedAttributes=members')).toEqual([false, false]);
    expect(await shown('excludedAttributes=members.display')).toEqual([true, true]);
    expect(await shown('attributes=displayName')).toEqual([false, false]);
    expect(await shown('attributes=displayName,members')).toEqual([true, true]);
    expect(await shown('count=1')).toEqual([true]);
  });
});
