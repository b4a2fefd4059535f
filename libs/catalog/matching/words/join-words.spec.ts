import { describe, expect, it } from '@jest/globals';
import { joinWords } from './join-words.js';

const library = new Set(['chairlift', 'workshop', 'work', 'shop', 'crane']);
const joined = (text: string): string => joinWords(text, (word) => library.has(word));

describe('words that a library writes as one', () => {
  it.each([
    ['Chair lift evacuation', 'Chairlift evacuation'],
    ['Old chair-lift (chair lift 3)', 'Old chairlift (chairlift 3)'],
    ['Work shop', 'Work shop'],
    ['Chair, lift', 'Chair, lift'],
    ['Chair lift lift', 'Chairlift lift'],
    ['Crane', 'Crane'],
    ['', ''],
  ])('are joined in %j', (text, expected) => {
    expect(joined(text)).toBe(expected);
  });
});
