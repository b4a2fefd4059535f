import { describe, expect, it } from '@jest/globals';
import { Invalid } from '#platform/errors';
import { readMatrix } from './matrix.js';

const rowOf = (header: string[], cells: string[]): unknown => {
  const read = readMatrix(header)?.(cells);
  if (read === undefined) return 'a list';
  return 'errors' in read
    ? read.errors.map(({ field, message }) => `${field}: ${message}`)
    : read.fields.map(({ audience, required, severity, validDays }) =>
        [audience.kind, audience.name, required.kind, required.name, severity, validDays].filter(Boolean).join(' | '),
      );
};
const headerErrors = (header: string[]): unknown => {
  try {
    return readMatrix(header);
  } catch (error) {
    return error instanceof Invalid ? error.errors : error;
  }
};

describe('a training matrix', () => {
  it('requires what is marked in the row of a role', () => {
    const header = ['Role', 'WAH licence', 'Manual Handling', 'Fire Warden'];
    expect(rowOf(header, ['Rigger', 'x', '365 S4', ''])).toEqual([
      'role | Rigger | either | WAH licence',
      'role | Rigger | either | Manual Handling | 4 | 365',
    ]);
    expect(rowOf(header, ['Clerk'])).toEqual([]);
  });

  it('may have rows of sites and groups, and say what a column is', () => {
    expect(rowOf(['Site', 'course: Fire Safety'], ['North', 'x'])).toEqual(['site | North | course | Fire Safety']);
    expect(rowOf(['Team', 'Credential:First Aid'], ['Crew', 'x'])).toEqual(['group | Crew | credential | First Aid']);
    for (const title of ['Job title', 'Constructor'])
      expect(rowOf([title, 'First Aid'], ['Cook', 'x'])).toEqual(['role | Cook | either | First Aid']);
  });

  it('names the column of each cell that is not understood', () => {
    expect(rowOf(['Role', 'WAH', 'MH', ''], ['', 'maybe', '12 months', 'x'])).toEqual([
      'Role: must name a role',
      expect.stringContaining('WAH: "maybe" is not understood'),
      expect.stringContaining('MH: "12 months" is not understood'),
      'column 4: has no name in the header',
    ]);
  });

  it('is distinguished from a list by its header', () => {
    expect(rowOf(['appliesTo.kind', 'appliesTo.name', 'Credential'], [])).toBe('a list');
    expect(rowOf(['role', 'Course ID'], [])).toBe('a list');
  });

  it('has a header that names each training once', () => {
    expect(headerErrors(['Role'])).toEqual([{ field: 'header', message: expect.any(String) }]);
    expect(headerErrors(['Role', 'WAH', 'wah '])).toEqual([{ field: 'wah ', message: 'is in two columns' }]);
    expect(headerErrors(['Role', 'x'.repeat(256)])).toEqual([
      { field: `${'x'.repeat(100)}…`, message: 'must have at most 255 characters' },
    ]);
    expect(headerErrors(['Role', ...Array.from({ length: 500 }, (_, index) => `T${index}`)])).toHaveLength(1);
  });
});
