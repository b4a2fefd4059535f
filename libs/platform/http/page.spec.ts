import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Invalid } from '../errors/index.js';
import { decodeCursor, encodeCursor, pageOf } from './page.js';

const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('brings back the keyset that it was made of, whatever its values, and is safe in a URL', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)), fc.integer());
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (keyset) => {
        const cursor = encodeCursor(keyset);
        expect(decodeCursor(cursor, keyset.length)).toEqual(keyset);
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  it('is not needed for the first page', () => {
    expect(decodeCursor(undefined, 1)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('["a"').toString('base64url')],
    ['bytes that are no text', Buffer.from([0xff, 0xfe]).toString('base64url')],
    ['no list', cursorOf({ 0: 'a', length: 1 })],
    ['null', cursorOf(null)],
    ['a text', cursorOf('a')],
    ['too few values', cursorOf([])],
    ['too many values', cursorOf(['a', 'b'])],
    ['a value that is null', cursorOf([null])],
    ['a value that is an object', cursorOf([{ a: 1 }])],
    ['a value that is a list', cursorOf([['a']])],
    ['a value that is true', cursorOf([true])],
  ])('is refused by name where it holds %s', (_name, cursor) => {
    expect(() => decodeCursor(cursor, 1)).toThrow(new Invalid([{ field: 'cursor', message: 'must be the nextCursor of the page before' }]));
  });

  it('is never met by anything but that refusal, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.jsonValue().map(cursorOf)), fc.integer({ min: 1, max: 3 }), (text, length) => {
        try {
          expect(decodeCursor(text, length)).toHaveLength(length);
        } catch (error) {
          expect(error).toBeInstanceOf(Invalid);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a page', () => {
  const page = (rows: number[], limit: number): { items: string[]; nextCursor: string | null } => pageOf(rows, limit, (row) => `row ${row}`, (row) => [row]);

  it('shows its rows and, where there are more, the cursor of the last one shown', () => {
    expect(page([1, 2, 3], 2)).toEqual({ items: ['row 1', 'row 2'], nextCursor: encodeCursor([2]) });
  });

  it.each([[[]], [[1]], [[1, 2]]])('is the last one where no row is left: %j', (rows) => {
    expect(page(rows, 2)).toEqual({ items: rows.map((row) => `row ${row}`), nextCursor: null });
  });

  it('after page shows each row once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10 }), (count, limit) => {
        const rows = Array.from({ length: count }, (_value, index) => index);
        const shown: string[] = [];
        let cursor: string | null | undefined;
        do {
          const after = decodeCursor(cursor ?? undefined, 1)?.[0] ?? -1;
          const { items, nextCursor } = page(rows.filter((row) => row > Number(after)).slice(0, limit + 1), limit);
          shown.push(...items);
          cursor = nextCursor;
        } while (cursor !== null);
        expect(shown).toEqual(rows.map((row) => `row ${row}`));
      }),
    );
  });
});
