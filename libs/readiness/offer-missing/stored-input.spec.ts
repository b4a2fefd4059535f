import { expect, it } from '@jest/globals';
import { type MissingInput, readMissingInput, storedInput } from './stored-input.js';

const stored = (input: MissingInput): unknown => JSON.parse(JSON.stringify(storedInput(input)));

it.each<MissingInput>([
  { workerIds: ['0a', '0b'], dueAt: '2027-01-31' },
  { filter: {}, dueAt: null },
  { filter: { site: 'North', status: ['not_ready'], kind: ['need'] }, dueAt: null },
  { filter: { status: ['not_ready', 'at_risk'] }, dueAt: null },
  { filter: { status: [], kind: ['need'] }, dueAt: null },
  { filter: { group: 'Welders', kind: ['training_missing', 'need'] }, dueAt: '2027-01-31' },
])('an input is read as it was given: %j', (input) => {
  expect(readMissingInput(stored(input))).toEqual(input);
});

it('one status and one kind are stored as text, as workers of the previous version read them', () => {
  expect(stored({ filter: { site: 'North', status: ['not_ready'], kind: ['need'] }, dueAt: null })).toEqual({
    filter: { site: 'North', status: 'not_ready', kind: 'need' },
    dueAt: null,
  });
});

it.each([{ status: ['not_ready', 'at_risk'] }, { kind: ['need', 'training_missing'] }] satisfies Array<
  Extract<MissingInput, { filter: unknown }>['filter']
>)('a filter with several values is none to workers of the previous version, which would ignore it: %j', (filter) => {
  expect(stored({ filter, dueAt: null })).toEqual({ filters: filter, dueAt: null });
});
