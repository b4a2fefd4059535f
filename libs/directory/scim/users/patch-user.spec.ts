import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ENTERPRISE_SCHEMA, PatchOp, ScimError } from '../scim-schemas.js';
import { readBody } from '../scim-body.js';
import { patchUser } from './patch-user.js';
import type { ScimUser } from './scim-user.js';

const ADA: ScimUser = {
  userName: 'ada',
  title: 'Chief',
  active: true,
  emails: [
    { value: 'ada@acme.com', type: 'work', primary: true },
    { value: 'ada@home.example', type: 'home' },
  ],
};
const patched = async (...Operations: object[]): Promise<ScimUser> =>
  patchUser(ADA, readBody(Buffer.from(JSON.stringify({ schemas: [PatchOp.id], Operations }))));
const replace = (path: string, value: unknown): object => ({ op: 'replace', path, value });
const addEmails = (value: unknown): object => ({ op: 'add', path: 'emails', value });
const refused = (scimType: string): unknown => expect.objectContaining({ status: 400, scimType });

describe('a PATCH of a user', () => {
  it('removes the e-mail that matches a value, and any other attribute whatever the value', async () => {
    expect((await patched({ op: 'remove', path: 'emails', value: [{ value: 'ada@home.example' }] })).emails).toEqual([
      ADA.emails?.[0],
    ]);
    expect((await patched({ op: 'Remove', path: 'emails', value: { type: 'work', primary: true } })).emails).toEqual([
      ADA.emails?.[1],
    ]);
    expect(await patched({ op: 'remove', path: 'title', value: 'what "it" was' })).not.toHaveProperty('title');
  });

  it('changes at most a hundred attributes, not counting ignored ones', async () => {
    const titles = (count: number): object[] =>
      Array.from({ length: count }, (_, index) => replace('title', `Title ${index}`));
    expect((await patched(...titles(100))).title).toBe('Title 99');
    await expect(patched(...titles(101))).rejects.toEqual(refused('invalidValue'));
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`attribute${index}`, 1]));
    await expect(patched({ op: 'add', value: many })).rejects.toThrow('at most 100 attributes');
    const forgotten = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`addresses[type eq "t${index}"].locality`, 'x']),
    );
    expect(await patched({ op: 'add', value: { ...forgotten, title: 'Head' } })).toMatchObject({ title: 'Head' });
  });

  it.each<[string, object[], string]>([
    ['too many values', [addEmails(Array.from({ length: 21 }, () => ({ value: 'a@b.co' })))], 'invalidValue'],
    [
      'too many values in several operations',
      Array.from({ length: 20 }, (_, index) => addEmails({ value: `a${index}@b.co` })),
      'invalidValue',
    ],
    ['a text that is too long', [{ op: 'add', path: 'name.givenName', value: 'x'.repeat(1_001) }], 'invalidValue'],
    ['an unterminated text in a path', [replace(`emails[type eq "${'\\a'.repeat(28)}].value`, 'x')], 'invalidPath'],
    ['a flag with the name of an inherited property', [replace('active', 'constructor')], 'invalidValue'],
  ])('is refused for %s', async (_what, operations, scimType) => {
    await expect(patched(...operations)).rejects.toEqual(refused(scimType));
  });

  it.each<[string, object]>([
    ['an attribute', replace('urn:acme:scim:2.0:User:costCentre', 'C1')],
    ['a whole', { op: 'Add', path: 'urn:acme:scim:2.0:User', value: { costCentre: 'C1' } }],
    ['an attribute beside others', { op: 'replace', value: { 'urn:acme:scim:2.0:User:costCentre': 'C1' } }],
    ['a removed attribute', { op: 'remove', path: 'urn:acme:scim:2.0:User:costCentre' }],
  ])('ignores an extension of the provider: %s', async (_what, operation) => {
    expect(await patched(operation, replace('title', 'Head'))).toEqual({ ...ADA, title: 'Head' });
    await expect(patched(replace(`${ENTERPRISE_SCHEMA}:costCentres`, 'C1'))).rejects.toEqual(refused('invalidPath'));
  });

  it('removes no e-mail for a value that looks like a filter', async () => {
    const value = [{ value: '" or type eq "home' }];
    expect((await patched({ op: 'remove', path: 'emails', value })).emails).toEqual(ADA.emails);
  });

  it.each<[string, unknown]>([
    ['an invalid key', [{ [`"${'\\a'.repeat(28)}`]: 5 }]],
    ['a list', [{ value: [`"${'\\a'.repeat(28)}`] }]],
    ['a text', 'ada@acme.com'],
  ])('does not remove an e-mail selected by %s', async (_what, value) => {
    for (const path of ['emails', 'Emails']) {
      await expect(patched({ op: 'remove', path, value })).rejects.toThrow(
        'emails: a value to remove must be an object of booleans',
      );
    }
  });

  it('results in a user or a SCIM error, and changes nothing else in the process, whatever is sent', async () => {
    const word = fc.constantFrom(
      ...'emails name title active schemas id meta groups value type givenName work true 1'.split(' '),
      ...'__proto__ constructor prototype keys'.split(' '),
      ...'[]()"\\.\n',
      ' eq ',
      ' and ',
      ' or ',
      'not ',
      'urn:',
      ENTERPRISE_SCHEMA,
      `${ENTERPRISE_SCHEMA}:`,
      'emails[__proto__.polluted eq "1"].value',
      'emails[constructor.polluted pr]',
    );
    const name = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 2 },
        name,
        fc.constantFrom(null, true, 5, 'a@b.co'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.oneof(word, name), tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).value;
    const operation = fc.record(
      { op: fc.constantFrom('add', 'remove', 'replace', 'Add', 'move'), path: fc.oneof(word, name), value },
      { requiredKeys: ['op'] },
    );
    const builtIn = () =>
      [Object.prototype, Object, Array.prototype, Function.prototype].map(Object.getOwnPropertyNames);
    const before = builtIn();
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 4 }), async (operations) => {
        try {
          expect(await patched(...operations)).toHaveProperty('userName');
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(builtIn()).toEqual(before);
  });
});
