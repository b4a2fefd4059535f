import { describe, expect, it } from '@jest/globals';
import { ENTERPRISE_SCHEMA } from './scim-schemas.js';
import { readBody } from './scim-body.js';

const refused = (scimType: string): unknown => expect.objectContaining({ status: 400, scimType });
const members = (count: number): object[] =>
  Array.from({ length: count }, () => ({ value: 'wrk_01jd00000000000000000000zz', display: 'Ada' }));

const read = (body: unknown): unknown => readBody(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));

describe('the body of a request', () => {
  it('is parsed', () => {
    expect(read('{"userName":"ada"}')).toEqual({ userName: 'ada' });
    expect(readBody(undefined)).toBeUndefined();
  });

  it('may have ten thousand members, and paths as keys', () => {
    for (const body of [
      { displayName: 'Crew', members: members(10_000) },
      {
        Operations: [
          {
            op: 'add',
            value: {
              'emails[type eq "work"].value': 'a',
              [`${ENTERPRISE_SCHEMA}:manager.value`]: 'b',
              constructorOf: 1,
            },
          },
        ],
      },
    ]) {
      expect(read(body)).toEqual(body);
    }
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'invalidSyntax'],
    ['nested too deep', `${'['.repeat(18)}${']'.repeat(18)}`, 'invalidSyntax'],
    ['nesting that exhausts the stack', `${'{"a":['.repeat(100_000)}${']}'.repeat(100_000)}`, 'invalidSyntax'],
    ['too many values', Array.from({ length: 50_000 }, () => 1), 'invalidSyntax'],
    ['too many keys', Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`k${index}`, 1])), 'invalidSyntax'],
    ['a key that is too long', { a: { ['k'.repeat(513)]: 1 } }, 'invalidSyntax'],
    ['a text that cannot be stored', { a: [{ b: 'x\0' }] }, 'invalidValue'],
    ['the name of an inherited property', '{"a":{"__proto__":1}}', 'invalidSyntax'],
    ['a path to it', { [`${ENTERPRISE_SCHEMA}:__proto__.x`]: 1 }, 'invalidSyntax'],
    ['a path to it through a class', { [`${ENTERPRISE_SCHEMA}:Constructor.prototype.x`]: 1 }, 'invalidSyntax'],
    ['a filter with it', { 'emails[__proto__.x eq "1"].value': 1 }, 'invalidSyntax'],
  ])('is refused for %s', (_what, body, scimType) => {
    expect(() => read(body)).toThrow(refused(scimType));
  });
});
