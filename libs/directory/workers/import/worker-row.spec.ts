import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFields } from '#platform/errors';
import { ChangeWorkerBody } from '../worker.dto.js';
import { WORKER_ROWS, isCertainlyValid } from './worker-row.js';

const text = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', ' a', 'a ', 'x'.repeat(200), 'x'.repeat(255), 'x'.repeat(256), '\0', '\ud800', '\u3000a'),
);
const email = fc.oneof(
  fc.emailAddress(),
  text,
  fc.stringMatching(/^[a-z0-9._-]{1,70}@[a-z0-9.-]{1,40}\.[a-z]{1,22}$/),
  fc.constantFrom(
    'a@b.co',
    'a..b@c.de',
    'a@-b.com',
    'a@b-.com',
    'a@b',
    '.a@b.com',
    'a@b.c',
    `${'a'.repeat(65)}@b.com`,
    'a@b_c.com',
    'A@B.COM',
  ),
);
const anything = fc.oneof(fc.constantFrom(undefined, null, 1, true, {}, []), text);
const row = fc.record(
  {
    externalWorkerId: fc.oneof(text, anything),
    email: fc.oneof(email, anything),
    learnerId: fc.oneof(text, anything),
    name: fc.oneof(text, anything),
    site: fc.oneof(text, anything),
    role: fc.oneof(text, anything),
    groups: fc.oneof(fc.array(text, { maxLength: 3 }), fc.constant(Array.from({ length: 51 }, () => 'a')), anything),
    active: fc.oneof(fc.boolean(), anything),
    salary: anything,
  },
  { requiredKeys: [] },
);

describe('a certainly valid row', () => {
  it('is accepted unchanged by the validators of the body', () => {
    fc.assert(
      fc.property(row, (record) => {
        if (isCertainlyValid(record))
          expect(readFields(ChangeWorkerBody, record)).toEqual({
            fields: Object.assign(new ChangeWorkerBody(), record),
          });
      }),
      { numRuns: 3_000 },
    );
  });

  it('is nearly every row of a real file', () => {
    const record = {
      externalWorkerId: 'W-1',
      email: 'renée.o-brien@acme.co.uk'.replace('é', 'e'),
      learnerId: undefined,
      name: 'Renée 李 😀',
      site: 'Site A',
      role: 'Rigger',
      groups: ['Crew'],
      active: true,
    };
    expect(isCertainlyValid(record)).toBe(true);
    for (const [field, value] of [
      ['email', 'a'],
      ['name', ''],
      ['name', null],
      ['groups', 'x'],
      ['active', 'true'],
      ['salary', 1],
    ] as const)
      expect(isCertainlyValid({ ...record, [field]: value })).toBe(false);
  });
});

describe('a name in two parts', () => {
  const nameOf = (record: Record<string, unknown>): unknown => {
    const read = WORKER_ROWS.read({ externalWorkerId: 'W-1', ...record });
    return 'errors' in read ? read.errors.map(({ field }) => field) : read.fields.name;
  };

  it('is joined, and one part is enough', () => {
    expect(nameOf({ firstName: 'Anna Maria', lastName: 'Müller' })).toBe('Anna Maria Müller');
    expect(nameOf({ lastName: 'Müller' })).toBe('Müller');
    expect(nameOf({ name: '', firstName: 'Anna', lastName: '' })).toBe('Anna');
  });

  it('does not count beside the whole name', () => {
    expect(nameOf({ name: 'A. Müller', firstName: 'Anna', lastName: 'Müller' })).toBe('A. Müller');
  });

  it('is refused as a whole, or by the part that is no text', () => {
    expect(nameOf({ firstName: '', lastName: '' })).toEqual(['name']);
    expect(nameOf({ firstName: 'x'.repeat(150), lastName: 'x'.repeat(150) })).toEqual(['name']);
    expect(nameOf({ firstName: 1, lastName: 'Müller' })).toContain('firstName');
  });
});

describe('the cells of a row', () => {
  const cell = (field: string, value: string): unknown => WORKER_ROWS.cells[field]?.(value);

  it('separate groups by semicolons or bars', () => {
    expect(cell('groups', ' Crew ; Night|Day;;')).toEqual(['Crew', 'Night', 'Day']);
    expect(cell('groups', '')).toEqual([]);
  });

  it('accept common words for active, and leave others to the validator', () => {
    for (const yes of ['true', '1', 'Yes', 'ACTIVE']) expect(cell('active', yes)).toBe(true);
    for (const no of ['false', '0', 'No', 'Inactive']) expect(cell('active', no)).toBe(false);
    expect(cell('active', 'maybe')).toBe('maybe');
    expect(cell('active', '')).toBeUndefined();
  });
});
