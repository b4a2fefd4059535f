import { describe, expect, it } from '@jest/globals';
import { demandPath, readOperations } from './patch-operations.js';
import { ENTERPRISE_SCHEMA, PatchOp } from './scim-schemas.js';

const body = (...Operations: object[]): object => ({ schemas: [PatchOp.id], Operations });
const refused = (scimType: string): unknown => expect.objectContaining({ status: 400, scimType });

describe('the operations of a PATCH', () => {
  it('are at most as many as allowed', () => {
    const operation = { op: 'Replace', path: 'title', value: 'x' };
    expect(readOperations(body(operation, operation), 2)).toEqual([operation, operation]);
    expect(() => readOperations(body(operation, operation, operation), 2)).toThrow(
      expect.objectContaining({ status: 400, message: expect.stringContaining('at most 2 operations') }),
    );
  });

  it.each<[unknown, string]>([
    [null, 'invalidSyntax'],
    [[], 'invalidSyntax'],
    [{}, 'invalidSyntax'],
    [body(), 'invalidValue'],
    [{ schemas: [PatchOp.id], Operations: 'x' }, 'invalidValue'],
    [{ schemas: [PatchOp.id], Operations: [null] }, 'invalidValue'],
    [body({ op: 'remove', path: 'a'.repeat(513) }), 'invalidPath'],
    [body({ op: 'add', path: 5, value: 1 }), 'invalidPath'],
  ])('are refused: %j', (sent, scimType) => {
    expect(() => readOperations(sent, 10)).toThrow(refused(scimType));
  });
});

describe('a path', () => {
  it.each([
    'title',
    'name.givenName',
    'emails[type eq "work"].value',
    'emails[type eq "work" and primary eq true]',
    'members[value eq "wrk_1"].$ref',
    `${ENTERPRISE_SCHEMA}:manager.displayName`,
    ENTERPRISE_SCHEMA,
    'emails[display eq "[Ada] (work)"].value',
  ])('is one: %s', (path) => {
    expect(() => demandPath(path)).not.toThrow();
  });

  it.each([
    '',
    '.',
    'a.',
    '[',
    'a[',
    'a[]',
    'a[b eq "c].d',
    'a[b eq "\\a"].c',
    'a[(b pr)].c',
    'a[b[c pr]].d',
    'a[b pr].c.d',
    'a b',
    '__proto__',
    'constructor.x',
    'emails[__proto__.x eq "1"].value',
    'emails[type eq "work"].Constructor',
    'a'.repeat(513),
  ])('is none: %s', (path) => {
    expect(() => demandPath(path)).toThrow(refused('invalidPath'));
  });
});
