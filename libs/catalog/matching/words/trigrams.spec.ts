import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { similarity, trigrams } from './trigrams.js';

const numberOf = (trigram: string): number =>
  [...trigram].reduce((sum, letter) => sum * 65_536 + letter.charCodeAt(0), 0);

describe('trigrams', () => {
  it('equal those of pg_trgm: two blanks before a word and one after it', () => {
    expect(trigrams('cat')).toEqual(['  c', ' ca', 'at ', 'cat'].map(numberOf));
    expect(trigrams('aaaaaa')).toEqual(['  a', ' aa', 'aa ', 'aaa'].map(numberOf));
  });
});

describe('similarity', () => {
  it('equals that of pg_trgm', () => {
    expect(similarity(trigrams('cat'), trigrams('cart'))).toBeCloseTo(2 / 7, 6);
    expect(similarity(trigrams('word'), trigrams('words'))).toBeCloseTo(4 / 7, 6);
  });

  it('is between 0 and 1, symmetric, and 1 for a word with itself', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const alike = similarity(trigrams(a), trigrams(b));
        expect(alike).toBe(similarity(trigrams(b), trigrams(a)));
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(similarity(trigrams(a), trigrams(a))).toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});
