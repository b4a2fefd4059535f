import { expect, it } from '@jest/globals';
import { expandAbbreviation } from './abbreviations.js';

it.each([
  ['mgmt', 'management'],
  ['trng', 'training'],
  ['lab', 'laboratory'],
  ['management', 'management'],
  ['constructor', 'constructor'],
])('expands %j to %j', (word, whole) => {
  expect(expandAbbreviation(word)).toBe(whole);
});
