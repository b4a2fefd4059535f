import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, refusalOf } from './sample-parse.js';

describe('any JSON value', () => {
  const isAllowed = (value: unknown): boolean => {
    if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
    if (Array.isArray(value)) return value.every(isAllowed);
    if (typeof value !== 'object' || value === null) return true;
    return Object.entries(value).every(
      ([name, member]) => name !== '__proto__' && isAllowed(name) && isAllowed(member),
    );
  };
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('"', '\\', ':', '{', '[', ']', '}', '\0', '\ud800', '\udc00', 'u0000', '__proto__', 'a'),
    }),
  );
  const anyValue = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.oneof(
        anyText,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
      ),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(anyText, tie('value'), { maxKeys: 5 }),
    ),
  })).value;

  it('is accepted as JSON.stringify writes it if it has nothing forbidden, and is parsed to the same value', () => {
    fc.assert(
      fc.property(anyValue, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (!isAllowed(value)) expect(refusalOf(text)).toHaveProperty('rule');
        else expect(JSON.stringify(parse(text), null, indent)).toBe(text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is refused as soon as one of its names is repeated', () => {
    const wrap = (inner: string, path: readonly string[]): string =>
      path.reduceRight((text, name) => (name === '' ? `[0,${text}]` : `{${JSON.stringify(name)}:${text}}`), inner);
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => isAllowed({ [text]: 0 }) && text !== '__proto__');
    fc.assert(
      fc.property(name, fc.array(fc.oneof(name, fc.constant('')), { maxLength: 10 }), (twice, path) => {
        const [quoted, other] = [JSON.stringify(twice), JSON.stringify(`${twice}+`)];
        expect(refusalOf(wrap(`{${quoted}:1,${other}:0,${quoted}:2}`, path))).toEqual({
          field: 'body',
          rule: 'has an object with the same name twice',
        });
        expect(refusalOf(wrap(`{${quoted}:1,${other}:{${quoted}:2}}`, path))).toBeNull();
      }),
    );
  });
});

describe('random bytes', () => {
  it('fail only because they are not JSON or break a rule', () => {
    const jsonish = fc.string({
      unit: fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '\\',
        '\\"',
        '\\u',
        '0000',
        'd800',
        '1',
        'e',
        '-',
        '.',
        ' ',
        'null',
        'true',
        '"a":',
        '""',
        'é',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
          jsonish,
        ),
        (body) => {
          refusalOf(body);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
