import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scimRefusal } from '../harness/expect-scim-refused.js';
import { members, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;
let ada: string;
let ben: string;
let cem: string;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  [ada = '', ben = '', cem = ''] = await addUsers('Ada', 'Ben', 'Cem');
});

const { call, patch, addUsers, addGroup, memberNames } = scimOf(() => tenant);

describe('the members of a group', () => {
  it.each<[string, () => object[], string[]]>([
    [
      'members added in chunks, as Entra ID sends them',
      () => [
        { op: 'Add', path: 'members', value: members(ben) },
        { op: 'Add', path: 'members', value: members(cem) },
      ],
      ['Ada', 'Ben', 'Cem'],
    ],
    ['one member, not in a list', () => [{ op: 'add', path: 'members', value: { value: ben } }], ['Ada', 'Ben']],
    ['one who is in already', () => [{ op: 'add', path: 'members', value: members(ada) }], ['Ada']],
    ['members removed by a filter, as Okta sends it', () => [{ op: 'remove', path: `members[value eq "${ada}"]` }], []],
    ['members removed by a list', () => [{ op: 'Remove', path: 'members', value: members(ada, ben) }], []],
    ['all members removed', () => [{ op: 'remove', path: 'members' }], []],
    ['all members replaced', () => [{ op: 'replace', path: 'members', value: members(ben, cem) }], ['Ben', 'Cem']],
    ['all members replaced, without a path', () => [{ op: 'replace', value: { members: members(ben) } }], ['Ben']],
    [
      'one added and removed again',
      () => [
        { op: 'add', path: 'members', value: members(ben) },
        { op: 'remove', path: `members[value eq "${ben}"]` },
      ],
      ['Ada'],
    ],
    ['one removed who is not in it', () => [{ op: 'remove', path: `members[value eq "${ben}"]` }], ['Ada']],
  ])('are changed: %s', async (_what, operations, expected) => {
    const id = await addGroup('Riggers', ada);
    expect(await patch(`/Groups/${id}`, ...operations())).toMatchObject({ status: 204, body: null });
    expect(await memberNames(id)).toEqual(expected);
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
  ])('are changed with the rest of a request or not at all: %s', async (_what, operation, scimType) => {
    const id = await addGroup('Riggers');
    expect(await patch(`/Groups/${id}`, { op: 'add', path: 'members', value: members(ada) }, operation)).toMatchObject(
      scimRefusal(400, scimType),
    );
    expect(await memberNames(id)).toEqual([]);
  });

  it('are a thousand, added by the hundred', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => `W-${index},Worker ${index}`).join('\n');
    await tenant.importRows('/workers', `externalWorkerId,name\n${rows}`);
    const id = await addGroup('Crew');
    const ids: string[] = [];
    const filter = encodeURIComponent('displayName sw "worker"');
    for (const startIndex of [1, 201, 401, 601, 801]) {
      const { body } = await call('GET', `/Users?count=200&startIndex=${startIndex}&filter=${filter}`);
      ids.push(...body.Resources.map((user) => String(user['id'])));
    }
    expect(new Set(ids).size).toBe(1_000);
    for (let start = 0; start < 1_000; start += 100)
      await patch(`/Groups/${id}`, { op: 'add', path: 'members', value: members(...ids.slice(start, start + 100)) });
    expect(await memberNames(id)).toHaveLength(1_000);
  });
});
