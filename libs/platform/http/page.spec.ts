import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Invalid } from '../errors/index.js';
import { decodeCursor, encodeCursor, fitting, type KeyKind, MAX_PAGE_BYTES, pageOf } from './page.js';

const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const UUID = '01936f1e-7c4b-7d2a-9f00-0123456789ab';
const KINDS: readonly KeyKind[] = ['uuid', 'text', 'integer', 'time'];
const INT4 = { min: -(2 ** 31) + 1, max: 2 ** 31 - 1 };

describe('the rows of a page', () => {
  it('are as many as requested, or as fit into a page, and at least one', () => {
    const rows = (count: number, size: number): number[] => Array.from({ length: count }, () => size);
    expect(fitting(rows(51, 10), 50)).toBe(50);
    expect(fitting(rows(20, 10), 50)).toBe(20);
    expect(fitting(rows(51, MAX_PAGE_BYTES / 4), 50)).toBe(4);
    expect(fitting(rows(51, MAX_PAGE_BYTES * 2), 50)).toBe(1);
    expect(fitting([], 50)).toBe(0);
  });
});

describe('a cursor', () => {
  it('decodes to the keyset of which it was made, whatever its values, and is safe in a URL', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
    const time = fc
      .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.integer(INT4), text, fc.uuid(), time, (number, name, id, at) => {
        const cursor = encodeCursor([number, name, id, at]);
        expect(decodeCursor(cursor, ['integer', 'text', 'uuid', 'time'])).toEqual([number, name, id, at]);
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  it('is not needed for the first page', () => {
    expect(decodeCursor(undefined, ['uuid'])).toBeNull();
  });

  it.each<[string, string, KeyKind]>([
    ['nothing', '', 'text'],
    ['no base64', '%%%', 'text'],
    ['no JSON', Buffer.from('["a"').toString('base64url'), 'text'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe]).toString('base64url'), 'text'],
    ['no list', cursorOf({ 0: 'a', length: 1 }), 'text'],
    ['null', cursorOf(null), 'text'],
    ['a text', cursorOf('a'), 'text'],
    ['too few values', cursorOf([]), 'text'],
    ['too many values', cursorOf(['a', 'b']), 'text'],
    ['a value that is null', cursorOf([null]), 'text'],
    ['a value that is an object', cursorOf([{ a: 1 }]), 'text'],
    ['a value that is a list', cursorOf([['a']]), 'text'],
    ['a value that is true', cursorOf([true]), 'text'],
    ['a number for a text', cursorOf([1]), 'text'],
    ['a NUL', cursorOf(['a\0']), 'text'],
    ['a lone surrogate', cursorOf(['\ud83d']), 'text'],
    ['any text for a UUID', cursorOf(['x']), 'uuid'],
    ['a list instead of a UUID', cursorOf([[UUID]]), 'uuid'],
    ['a UUID with trailing text', cursorOf([`${UUID}\n`]), 'uuid'],
    ['a truncated UUID', cursorOf([UUID.slice(1)]), 'uuid'],
    ['a text for a number', cursorOf(['1']), 'integer'],
    ['a broken number', cursorOf([1.5]), 'integer'],
    ["a number beyond PostgreSQL's integer", cursorOf([2 ** 31]), 'integer'],
    ['any text for a time', cursorOf(['yesterday']), 'time'],
    ['a day that does not exist', cursorOf(['2026-02-30T00:00:00.000Z']), 'time'],
    ['the year 0', cursorOf(['0000-01-01T00:00:00.000Z']), 'time'],
    ['a year of six digits', cursorOf(['+012026-01-01T00:00:00.000Z']), 'time'],
    ['a time with trailing text', cursorOf(['2026-11-25T00:00:00.000Z\n']), 'time'],
    ['a number for a time', cursorOf([1]), 'time'],
    ['a number beyond a double', Buffer.from('[1e999]').toString('base64url'), 'integer'],
  ])('is refused by name if it contains %s', (_name, cursor, kind) => {
    expect(() => decodeCursor(cursor, [kind])).toThrow(
      new Invalid([{ field: 'cursor', message: 'must be the nextCursor of the page before' }]),
    );
  });

  it('fails with that refusal only, whatever the text', () => {
    const keys = fc.array(fc.oneof(fc.constant(UUID), fc.integer(), fc.string({ unit: 'binary' })), { maxLength: 3 });
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.jsonValue().map(cursorOf),
      keys.map(cursorOf),
    );
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 3 }), (text, kinds) => {
        try {
          const keyset = decodeCursor(text, kinds) ?? [];
          expect(keyset.map((key) => typeof key)).toEqual(
            kinds.map((kind) => (kind === 'integer' ? 'number' : 'string')),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(Invalid);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a page', () => {
  const page = (rows: number[], limit: number): { items: string[]; nextCursor: string | null } =>
    pageOf(
      rows,
      limit,
      (row) => `row ${row}`,
      (row) => [row],
    );

  it('has its rows and, if there are more, the cursor of the last one', () => {
    expect(page([1, 2, 3], 2)).toEqual({ items: ['row 1', 'row 2'], nextCursor: encodeCursor([2]) });
  });

  it.each([[[]], [[1]], [[1, 2]]])('is the last one if no row is left: %j', (rows) => {
    expect(page(rows, 2)).toEqual({ items: rows.map((row) => `row ${row}`), nextCursor: null });
  });

  it('after page has each row once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10 }), (count, limit) => {
        const rows = Array.from({ length: count }, (_value, index) => index);
        const shown: string[] = [];
        let cursor: string | null | undefined;
        do {
          const after = decodeCursor(cursor ?? undefined, ['integer'])?.[0] ?? -1;
          const { items, nextCursor } = page(rows.filter((row) => row > after).slice(0, limit + 1), limit);
          shown.push(...items);
          cursor = nextCursor;
        } while (cursor !== null);
        expect(shown).toEqual(rows.map((row) => `row ${row}`));
      }),
    );
  });
});
