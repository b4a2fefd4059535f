import { describe, expect, it } from '@jest/globals';
import { numberParts } from './parts.js';

describe('a part of a course', () => {
  it.each([
    ['JHSC pt 2', 'JHSC part 2'],
    ['JHSC Certification Part Two - Hazards', 'JHSC Certification part 2 - Hazards'],
    ['Rigging Module II', 'Rigging module 2'],
    ['CDL mod. 3', 'CDL module 3'],
    ['MSHA PART 46', 'MSHA part 46'],
  ])('is written in small letters and digits: %j → %j', (text, expected) => {
    expect(numberParts(text)).toBe(expected);
  });

  it.each(['FAA Part 107', 'Spare parts 1.5 t', 'Part of the team', 'Modern slavery', 'pt 1:1 observation'])(
    'is not %j',
    (text) => {
      expect(numberParts(text)).toBe(text);
    },
  );
});
