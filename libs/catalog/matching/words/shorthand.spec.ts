import { expect, it } from '@jest/globals';
import { writtenOut } from './shorthand.js';

it.each([
  ['mgmt', 'management'],
  ['trng', 'training'],
  ['lab', 'laboratory'],
  ['management', 'management'],
  ['constructor', 'constructor'],
])('writes %j out as %j', (word, whole) => {
  expect(writtenOut(word)).toBe(whole);
});
