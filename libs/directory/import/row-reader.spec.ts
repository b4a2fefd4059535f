import { describe, expect, it } from '@jest/globals';
import { readMapping } from './column-mapping.js';
import type { RowSchema } from './row-schema.js';
import { RowReader } from './row-reader.js';

const KIND: RowSchema<object> = {
  name: 'things',
  fields: ['name', 'tags'],
  cells: { tags: (cell) => cell.split(';') },
  read: (record) => ({ fields: record }),
};
const UNKNOWN = 'is not a field: they are name, tags';
const reader = (mapping?: string): RowReader<object> => new RowReader(KIND, readMapping(mapping, KIND.fields));
const many = (count: number): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));

describe('a row', () => {
  it('is parsed cell by cell, or field by field', () => {
    expect(reader().readCells(['Ada', 'a;b', 'x'], ['name', 'tags', null])).toEqual({
      fields: { name: 'Ada', tags: ['a', 'b'] },
    });
    expect(reader().readObject({ name: 'Ada', tags: 'a;b' })).toEqual({ fields: { name: 'Ada', tags: ['a', 'b'] } });
    expect(reader().readObject({ name: null, tags: ['a', 5] })).toEqual({ fields: { name: null, tags: ['a', 5] } });
    expect(reader('Full name:name').readObject({ 'full-name': 'Ada', salary: 1 })).toEqual({ fields: { name: 'Ada' } });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'salary'])('has no field %s', (name) => {
    const object: Record<string, unknown> = JSON.parse(`{"name":"Ada","${name}":"x"}`);
    expect(reader().readObject(object)).toEqual({ errors: [{ field: name, message: UNKNOWN }] });
    expect(reader('Full name:name').readObject(object)).toEqual({ fields: { name: 'Ada' } });
  });

  it('names ten unknown fields, each by its start, and counts the others', () => {
    const read = reader().readObject({ ...many(30), ['x'.repeat(60_000)]: 1 });
    expect(read).toEqual({
      errors: [
        ...Array.from({ length: 10 }, (_, index) => ({ field: `k${index}`, message: UNKNOWN })),
        { field: 'row', message: 'has 21 more unknown fields' },
      ],
    });
    expect(reader().readObject({ ['x'.repeat(60_000)]: 1 })).toEqual({
      errors: [{ field: `${'x'.repeat(100)}…`, message: UNKNOWN }],
    });
  });

  it.each<[string, Record<string, unknown> | null, string]>([
    ['no object', null, 'row'],
    ['too many fields', many(501), 'row'],
    ['an object in a field', { name: {} }, 'name'],
    ['a list in a list', { tags: [[]] }, 'tags'],
    ['too many values', { tags: Array.from({ length: 201 }, () => 'a') }, 'tags'],
    ['too many values in a cell', { tags: ';'.repeat(200) }, 'tags'],
    ['a text that is too long', { name: 'x'.repeat(1_001) }, 'name'],
    ['a text that is too long in a list', { tags: ['x'.repeat(1_001)] }, 'tags'],
  ])('is refused for %s, without validation', (_what, object, field) => {
    expect(new RowReader({ ...KIND, read: failing }, new Map()).readObject(object)).toEqual({
      errors: [{ field, message: expect.any(String) }],
    });
  });

  it('has no more cells than the header, and blank ones where it ends early', () => {
    expect(reader().readCells(['Ada', 'a', '', 'b'], ['name', 'tags'])).toEqual({
      errors: [{ field: 'row', message: 'has 4 cells where the header has 2' }],
    });
    expect(reader().readCells(['Ada', 'a', '', ''], ['name', 'tags'])).toEqual({
      fields: { name: 'Ada', tags: ['a'] },
    });
    expect(reader().readCells(['Ada'], ['name', 'tags'])).toEqual(reader().readCells(['Ada', ''], ['name', 'tags']));
  });
});

function failing(): never {
  throw new Error('is validated');
}
