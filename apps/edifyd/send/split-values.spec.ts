import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitValues } from './split-values.js';

describe('splitting values', () => {
  it('keeps the bytes and counts the lines', () => {
    expect(splitValues('{"a": 1.00},\n\n {"b":\n[2, 3]}\n{"c":12345678901234567890}')).toEqual([
      { text: '{"a": 1.00}', line: 1 },
      { text: '{"b":\n[2, 3]}', line: 3 },
      { text: '{"c":12345678901234567890}', line: 5 },
    ]);
  });

  it('ignores brackets, commas, quotes and backslashes in strings', () => {
    const tricky = String.raw`{"a":"}, {\"\\"}`;
    expect(splitValues(`${tricky},${tricky}`).map(({ text }) => text)).toEqual([tricky, tricky]);
  });

  it('returns an unclosed value as one piece', () => {
    expect(splitValues('{"a":1}\n{"b":')).toEqual([
      { text: '{"a":1}', line: 1 },
      { text: '{"b":', line: 2 },
    ]);
    expect(splitValues('"open')).toEqual([{ text: '"open', line: 1 }]);
    expect(splitValues(' \n')).toEqual([]);
  });

  it('returns every list of values, in any layout', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { minLength: 1 }),
        fc.constantFrom(0, 2),
        fc.constantFrom(',', '\n', ' ,\r\n '),
        (values, indent, separator) => {
          const text = values.map((value) => JSON.stringify(value, null, indent)).join(separator);
          expect(splitValues(text).map((raw) => JSON.stringify(JSON.parse(raw.text)))).toEqual(
            values.map((value) => JSON.stringify(value)),
          );
        },
      ),
    );
  });
});
