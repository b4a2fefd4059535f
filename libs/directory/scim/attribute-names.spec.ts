import { describe, expect, it } from '@jest/globals';
import { attributesOf } from './attribute-names.js';
import { ENTERPRISE_SCHEMA, Schemas } from './scim-schemas.js';

const ADA = {
  id: '1',
  userName: 'ada',
  title: 'Chief',
  name: { givenName: 'Ada', familyName: 'King' },
  emails: [{ value: 'ada@acme.com', type: 'work' }],
  meta: { created: '2026-01-01T00:00:00Z' },
  [ENTERPRISE_SCHEMA]: { employeeNumber: 'W-1', department: 'Research' },
};
const shown = (attributes?: string, excluded?: string): Record<string, unknown> => {
  const { schemas: _schemas, ...rest } = JSON.parse(
    JSON.stringify(new Schemas.User(ADA, 'out', '/Users', attributesOf(attributes, excluded))),
  );
  return rest;
};

describe('the attributes of a response', () => {
  it.each<[string, object]>([
    ['userName', { userName: 'ada' }],
    [' Title , USERNAME,', { userName: 'ada', title: 'Chief' }],
    ['name.givenName', { name: { givenName: 'Ada' } }],
    ['name,name.givenName', { name: ADA.name }],
    ['name.givenName,name', { name: ADA.name }],
    ['emails.value', { emails: [{ value: 'ada@acme.com' }] }],
    ['emails.type', { emails: ADA.emails }],
    ['meta.created', { meta: { resourceType: 'User', created: '2026-01-01T00:00:00.000Z' } }],
    [`${ENTERPRISE_SCHEMA}:employeeNumber`, { [ENTERPRISE_SCHEMA]: { employeeNumber: 'W-1' } }],
    [ENTERPRISE_SCHEMA, { [ENTERPRISE_SCHEMA]: ADA[ENTERPRISE_SCHEMA] }],
    ['members,nobody,constructor,title.constructor', {}],
    [',', {}],
  ])('are the named ones, and the id: %s', (names, expected) => {
    expect(shown(names)).toEqual({ id: '1', ...expected });
  });

  it.each<[string, string[]]>([
    ['name,emails,meta,schemas', ['id', 'title', ENTERPRISE_SCHEMA, 'userName']],
    ['nobody', ['emails', 'id', 'meta', 'name', 'title', ENTERPRISE_SCHEMA, 'userName']],
    [ENTERPRISE_SCHEMA, ['emails', 'id', 'meta', 'name', 'title', 'userName']],
    ['emails.value,meta.resourceType', ['emails', 'id', 'meta', 'name', 'title', ENTERPRISE_SCHEMA, 'userName']],
  ])('are all but those that are excluded: %s', (names, expected) => {
    expect(Object.keys(shown(undefined, names)).toSorted()).toEqual(expected);
  });

  it.each([
    ['a'.repeat(256)],
    ['a.'.repeat(6_000)],
    ['a,'.repeat(101)],
    ['.'],
    ['a.b.c'],
    ['title pr and (userName'],
    ['emails[type eq "work"]'],
    ['__proto__'],
    ['__proto__.x'],
    ['urn:a:b:2.0'],
  ])('are refused if a name is malformed, or if there are too many: %s', (names) => {
    for (const call of [() => attributesOf(names, undefined), () => attributesOf(undefined, names)])
      expect(call).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidValue' }));
  });
});
