import { describe, expect, it } from '@jest/globals';
import { groupChanges } from './group-changes.js';

const changes = (...Operations: object[]): object => {
  const { displayName, externalId, removesAll, added, removed } = groupChanges({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations,
  });
  return { displayName, externalId, removesAll, added: [...added], removed: [...removed] };
};
const nothing = { displayName: undefined, externalId: undefined, removesAll: false, added: [], removed: [] };
const members = (...ids: string[]): object[] => ids.map((value) => ({ value }));

describe('the operations of a group', () => {
  it.each<[string, object[], object]>([
    [
      'a member who is added and then removed is removed',
      [
        { op: 'add', path: 'members', value: members('a', 'b') },
        { op: 'remove', path: 'members[value eq "a"]' },
      ],
      { added: ['b'], removed: ['a'] },
    ],
    [
      'a member who is removed and then added is added',
      [
        { op: 'Remove', path: 'members', value: members('a') },
        { op: 'Add', path: 'members', value: members('a') },
      ],
      { added: ['a'], removed: [] },
    ],
    [
      'a replacement overrides earlier operations',
      [
        { op: 'add', path: 'members', value: members('a') },
        { op: 'replace', path: 'members', value: members('b') },
      ],
      { removesAll: true, added: ['b'] },
    ],
    [
      'a filter may name several members',
      [{ op: 'remove', path: 'members[value eq "a" or value eq "b"]' }],
      { removed: ['a', 'b'] },
    ],
    [
      'a value without a path names its attributes',
      [{ op: 'replace', value: { id: 'x', displayName: ' Crew ', members: members('a') } }],
      { displayName: 'Crew', removesAll: true, added: ['a'] },
    ],
    ['an external id can be removed', [{ op: 'remove', path: 'externalId' }], { externalId: null }],
    ['an empty external id is none', [{ op: 'Replace', path: 'externalId', value: '' }], { externalId: null }],
    [
      'null is the same as no value',
      [
        { op: 'add', path: 'members', value: members('a') },
        { op: 'replace', value: { members: null, externalId: null } },
      ],
      { removesAll: true, externalId: null },
    ],
  ])('become one change: %s', (_what, operations, expected) => {
    expect(changes(...operations)).toEqual({ ...nothing, ...expected });
  });

  it.each([
    [{ op: 'add', path: 'members', value: ['a'] }],
    [{ op: 'add', path: 'owner', value: 'a' }],
    [{ op: 'remove', path: 'members[display eq "a"]' }],
    [{ op: 'replace', path: 'displayName', value: ' ' }],
    [{ op: 'add', path: 'members[value eq "a"]', value: 'x' }],
  ])('are refused: %j', (operation) => {
    expect(() => changes(operation)).toThrow(expect.objectContaining({ status: 400 }));
  });
});
