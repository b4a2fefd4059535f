import { describe, expect, it } from '@jest/globals';
import { RawQueryFragment, sql } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import type { SqlFragment } from '#platform/database';
import { type FilterAttributes, filterCondition } from './scim-filter.js';

const ATTRIBUTES: FilterAttributes = {
  title: { expression: sql`role`, kind: 'text' },
  id: { expression: sql`id`, kind: 'exact', equals: (value) => sql`id = any (${`{${value}}`})` },
  active: { expression: sql`active`, kind: 'boolean' },
  'meta.created': { expression: sql`created_at`, kind: 'time' },
};

/** The text of a fragment including nested ones, and all values in order. */
function flattened({ sql: text, params }: SqlFragment): { condition: string; values: unknown[] } {
  const values: unknown[] = [];
  const left = params.values();
  const condition = text.replaceAll('?', () => {
    const next = left.next();
    if (next.done === true) throw new Error('a parameter without a value');
    const value: unknown = next.value;
    if (!(value instanceof RawQueryFragment)) {
      values.push(value);
      return '?';
    }
    const within = flattened(value);
    values.push(...within.values);
    return within.condition;
  });
  return { condition, values: [...values, ...left] };
}

const invalid = expect.objectContaining({ status: 400, scimType: 'invalidFilter' });

describe('a filter', () => {
  it.each<[string, string, unknown[]]>([
    ['title eq "Chief"', '((lower(role) collate "C" = lower(?::text)))', ['Chief']],
    ['title co "50%_\\"', '((lower(role) like lower(?::text)))', ['%50\\%\\_\\\\%']],
    [
      'title ne "Chief" and active eq true',
      '((lower(role) is distinct from lower(?::text)) and (active = ?::boolean))',
      ['Chief', 'true'],
    ],
    ['id eq "1" or title pr', '((id = any (?))) or ((role is not null))', ['{1}']],
    ['not title sw "C"', '(((lower(role) like lower(?::text)) is not true))', ['C%']],
    ['meta.created ge "2026-01-01T01:00:00+01:00"', '((created_at >= ?::timestamptz))', ['2026-01-01T00:00:00.000Z']],
    [
      'title gt "a" and title lt "c"',
      '((lower(role) collate "C" > lower(?::text)) and (lower(role) collate "C" < lower(?::text)))',
      ['a', 'c'],
    ],
  ])('is translated to a condition: %s', (text, condition, values) => {
    expect(flattened(filterCondition(text, ATTRIBUTES))).toEqual({ condition, values });
  });

  it.each([
    '',
    'title',
    'nobody eq "x"',
    'title eq true',
    'active gt true',
    'meta.created eq "soon"',
    'meta.created co "2026-01-01"',
    'not (title pr)',
    'title[value eq "x"]',
  ])('is refused: %s', (text) => {
    expect(() => filterCondition(text, ATTRIBUTES)).toThrow(invalid);
  });

  it('is translated to a condition with a value for each parameter, or refused, whatever it is', () => {
    const words = fc.constantFrom(
      'title',
      'id',
      'active',
      'meta.created',
      'eq',
      'ne',
      'co',
      'pr',
      'and',
      'or',
      'not',
      '(',
      ')',
      '[',
      ']',
      '"x"',
      '"2026-01-01"',
      'true',
      '7',
      '?',
      "'",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), (parts) => {
        try {
          const { condition, values } = flattened(filterCondition(parts.join(' '), ATTRIBUTES));
          expect(condition.split('?').length - 1).toBe(values.length);
        } catch (error) {
          expect(error).toEqual(invalid);
        }
      }),
    );
  });
});
