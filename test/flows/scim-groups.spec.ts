import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids as uuids } from '#platform/database';
import { behindLock } from '../harness/behind-lock.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { scimRefusal } from '../harness/expect-scim-refused.js';
import { type ScimResponse, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const LOCK_WORKER = 'select from worker where tenant_id = $1 and id = $2 for update';

let engine: SharedEngine;
let tenant: TestTenant;
let people: [string, string, string];

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  const [ada, ben, cem] = await Promise.all(
    ['Ada', 'Ben', 'Cem'].map(
      async (name) => (await call('POST', '/Users', { userName: `${name}@acme.com`, displayName: name })).body.id,
    ),
  );
  people = [ada ?? '', ben ?? '', cem ?? ''];
});

const scim = scimOf(() => tenant);
const { call } = scim;
const patch = (id: string, ...operations: object[]): Promise<ScimResponse> =>
  scim.patch(`/Groups/${id}`, ...operations);
const members = (...ids: string[]): object[] => ids.map((value) => ({ value }));
const add = async (displayName: string, ...ids: string[]): Promise<string> =>
  (await call('POST', '/Groups', { schemas: [GROUP], displayName, members: members(...ids) })).body.id;
const namesIn = async (id: string): Promise<unknown[]> =>
  ((await call('GET', `/Groups/${id}`)).body['members'] as Array<{ display: string }>)
    .map(({ display }) => display)
    .toSorted();
const groupsOf = async (worker: string): Promise<unknown> =>
  (await tenant.api.getWorker({ path: { id: worker } })).groups;

describe('a group', () => {
  it('is created with its members, and is the group that admins see', async () => {
    const [ada] = people;
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
    expect(await groupsOf(ada)).toEqual(['Riggers']);
    expect((await tenant.admin('GET', `/groups/${body.id}`)).body).toMatchObject({ name: 'Riggers', workers: 1 });
    expect(await call('POST', '/Groups', { displayName: ' riggers' })).toMatchObject(scimRefusal(409, 'uniqueness'));
  });

  it.each<[string, (ids: [string, string, string]) => object[], string[]]>([
    [
      'members added in chunks, as Entra ID sends them',
      ([, ben, cem]) => [
        { op: 'Add', path: 'members', value: members(ben) },
        { op: 'Add', path: 'members', value: members(cem) },
      ],
      ['Ada', 'Ben', 'Cem'],
    ],
    ['one member, not in a list', ([, ben]) => [{ op: 'add', path: 'members', value: { value: ben } }], ['Ada', 'Ben']],
    ['one who is in already', ([ada]) => [{ op: 'add', path: 'members', value: members(ada) }], ['Ada']],
    [
      'members removed by a filter, as Okta sends it',
      ([ada]) => [{ op: 'remove', path: `members[value eq "${ada}"]` }],
      [],
    ],
    ['members removed by a list', ([ada, ben]) => [{ op: 'Remove', path: 'members', value: members(ada, ben) }], []],
    ['all members removed', () => [{ op: 'remove', path: 'members' }], []],
    [
      'all members replaced',
      ([, ben, cem]) => [{ op: 'replace', path: 'members', value: members(ben, cem) }],
      ['Ben', 'Cem'],
    ],
    [
      'all members replaced, without a path',
      ([, ben]) => [{ op: 'replace', value: { members: members(ben) } }],
      ['Ben'],
    ],
    [
      'one added and removed again',
      ([, ben]) => [
        { op: 'add', path: 'members', value: members(ben) },
        { op: 'remove', path: `members[value eq "${ben}"]` },
      ],
      ['Ada'],
    ],
    ['one removed who is not in it', ([, ben]) => [{ op: 'remove', path: `members[value eq "${ben}"]` }], ['Ada']],
  ])('has %s', async (_what, operations, expected) => {
    const id = await add('Riggers', people[0]);
    expect(await patch(id, ...operations(people))).toMatchObject({ status: 204, body: null });
    expect(await namesIn(id)).toEqual(expected);
  });

  it('is renamed with a path or without one', async () => {
    const id = await add('Riggers');
    await patch(id, { op: 'replace', value: { id, displayName: 'Riggers A' } });
    await patch(
      id,
      { op: 'Replace', path: 'displayName', value: 'Riggers B' },
      { op: 'Add', path: 'externalId', value: 'g-7' },
    );
    expect((await call('GET', `/Groups/${id}`)).body).toMatchObject({ displayName: 'Riggers B', externalId: 'g-7' });
    await add('Welders');
    expect(await patch(id, { op: 'replace', path: 'displayName', value: 'welders' })).toMatchObject(
      scimRefusal(409, 'uniqueness'),
    );
  });

  it('is replaced by PUT; omitted members stay', async () => {
    const [ada, ben] = people;
    const id = await add('Riggers', ada);
    expect((await call('PUT', `/Groups/${id}`, { displayName: 'Welders' })).body).toMatchObject({
      displayName: 'Welders',
      members: [{ value: ada }],
    });
    expect((await call('PUT', `/Groups/${id}`, { displayName: 'Welders', members: members(ben) })).body).toMatchObject({
      members: [{ value: ben }],
    });
    expect(await groupsOf(ada)).toEqual([]);
  });

  it('is deleted with its members, who stay', async () => {
    const id = await add('Riggers', people[0]);
    const type = { 'content-type': 'application/scim+json' };
    expect((await call('DELETE', `/Groups/${id}`, undefined, type)).status).toBe(204);
    for (const method of ['GET', 'DELETE', 'PATCH']) expect((await call(method, `/Groups/${id}`)).status).toBe(404);
    expect(await groupsOf(people[0])).toEqual([]);
    expect((await call('GET', `/Users/${people[0]}`)).status).toBe(200);
  });

  it('has the members of one of two requests that replace them at the same moment', async () => {
    const [ada, ben, cem] = people;
    const id = await add('Riggers', ada);
    const replace = (member: string) => patch(id, { op: 'replace', path: 'members', value: members(member) });
    const answers = await behindLock(
      engine,
      [LOCK_WORKER, tenant.id, uuids.parse('wrk', ada)],
      () => replace(ben),
      () => replace(cem),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect([['Ben'], ['Cem']]).toContainEqual(await namesIn(id));
  });

  it.each<[string, (id: string) => Promise<ScimResponse>]>([
    ['has its members replaced', (id) => patch(id, { op: 'replace', path: 'members', value: [] })],
    ['is deleted', (id) => call('DELETE', `/Groups/${id}`)],
  ])('%s while an admin changes one of its members', async (_what, change) => {
    const [ada, ben] = people.toSorted();
    const id = await add('Riggers', ...people);
    await engine.database.inTransaction(async (tx) => {
      await tx.query(LOCK_WORKER, [tenant.id, uuids.parse('wrk', ada ?? '')]);
      const changed = change(id);
      await eventuallyLocked(engine);
      expect((await tenant.admin('PATCH', `/workers/${ben}`, { role: 'Rigger' })).status).toBe(200);
      await tx.query('commit');
      expect((await changed).status).toBe(204);
    });
    for (const worker of people) expect(await groupsOf(worker)).toEqual([]);
  });

  it('is gone for a request that changes it while it is deleted', async () => {
    const [ada] = people;
    const id = await add('Riggers', ada);
    await patch(id, { op: 'replace', value: { externalId: 'x-0' } });
    const answers = await behindLock(
      engine,
      ['select from worker where tenant_id = $1 for update', tenant.id],
      () => call('DELETE', `/Groups/${id}`),
      () => patch(id, { op: 'replace', value: { externalId: 'x-1', members: members(ada) } }),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 404]);
  });

  it('is deleted with a member who joins at the same moment', async () => {
    const [ada] = people;
    const id = await add('Riggers');
    const joining = `insert into worker_group_member (tenant_id, group_id, worker_id)
      select tenant_id, worker_group.id, $2 from worker_group where tenant_id = $1 for share`;
    const statement = [joining, tenant.id, uuids.parse('wrk', ada)] as const;
    const [{ status }] = await behindLock(engine, statement, () => call('DELETE', `/Groups/${id}`));
    expect(status).toBe(204);
    expect(await groupsOf(ada)).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      'a member who is nobody',
      { op: 'add', path: 'members', value: [{ value: 'wrk_01jd00000000000000000000zz' }] },
      'invalidValue',
    ],
    ['a member that is no id', { op: 'add', path: 'members', value: [{ value: 'x' }] }, 'invalidValue'],
    ['a member that is no object', { op: 'add', path: 'members', value: ['x'] }, 'invalidValue'],
    ['another attribute', { op: 'replace', path: 'owner', value: 'x' }, 'invalidPath'],
    ['another filter', { op: 'remove', path: 'members[display eq "Ada"]' }, 'invalidFilter'],
    ['a name that is none', { op: 'replace', path: 'displayName', value: 7 }, 'invalidValue'],
    ['another operation', { op: 'move', path: 'displayName', value: 'x' }, 'invalidSyntax'],
  ])('is changed completely or not at all: %s', async (_what, operation, scimType) => {
    const id = await add('Riggers');
    expect(await patch(id, { op: 'add', path: 'members', value: members(people[0]) }, operation)).toMatchObject(
      scimRefusal(400, scimType),
    );
    expect(await namesIn(id)).toEqual([]);
  });

  it('has no members of another tenant', async () => {
    const id = await add('Riggers');
    const otherTenant = await engine.createTenant();
    const other = scimOf(() => otherTenant);
    expect((await other.call('GET', `/Groups/${id}`)).status).toBe(404);
    const { body: theirs } = await other.call('POST', '/Groups', { displayName: 'Riggers' });
    expect(
      await other.patch(`/Groups/${theirs.id}`, { op: 'add', path: 'members', value: members(people[0]) }),
    ).toMatchObject({ status: 400 });
  });

  it('of a thousand accepts them by the hundred', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => `W-${index},Worker ${index}`).join('\n');
    await tenant.importRows('/workers', `externalWorkerId,name\n${rows}`);
    const id = await add('Crew');
    const ids: string[] = [];
    const filter = encodeURIComponent('displayName sw "worker"');
    for (const startIndex of [1, 201, 401, 601, 801]) {
      const { body } = await call('GET', `/Users?count=200&startIndex=${startIndex}&filter=${filter}`);
      ids.push(...body.Resources.map((user) => String(user['id'])));
    }
    expect(new Set(ids).size).toBe(1_000);
    for (let start = 0; start < 1_000; start += 100)
      await patch(id, { op: 'add', path: 'members', value: members(...ids.slice(start, start + 100)) });
    expect(await namesIn(id)).toHaveLength(1_000);
  });
});

describe('groups', () => {
  it('are found by name, external id or member, with their members only if requested', async () => {
    const [ada, ben] = people;
    const riggers = await add('Riggers', ada);
    await add('Welders', ada, ben);
    await patch(riggers, { op: 'add', path: 'externalId', value: 'g-1' });
    const find = async (filter: string): Promise<unknown[]> =>
      (await scim.find('/Groups', filter)).map((group) => group['displayName']);
    expect(await find('displayName eq "RIGGERS"')).toEqual(['Riggers']);
    expect(await find('externalId eq "g-1"')).toEqual(['Riggers']);
    expect(await find(`members.value eq "${ben}"`)).toEqual(['Welders']);
    expect(await find(`id eq "${riggers}" and members eq "${ben}"`)).toEqual([]);
    const shown = async (query: string): Promise<boolean[]> =>
      (await call('GET', `/Groups?${query}`)).body.Resources.map((group) => 'members' in group);
    expect(await shown('excludedAttributes=members')).toEqual([false, false]);
    expect(await shown('attributes=displayName')).toEqual([false, false]);
    expect(await shown('attributes=displayName,members')).toEqual([true, true]);
    expect(await shown('count=1')).toEqual([true]);
  });
});
