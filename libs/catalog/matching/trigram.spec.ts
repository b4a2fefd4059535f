import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseTopic, similarity, trigrams } from './trigram.js';

const alike = (a: string, b: string): number => similarity(trigrams(normaliseTopic(a)), trigrams(normaliseTopic(b)));

describe('a normalised topic', () => {
  it.each([
    ['Working at Heights', 'working at heights'],
    ['  WORKING\tat\n heights ', 'working at heights'],
    ['Lock-out/Tagout (LOTO)', 'lock out tagout loto'],
    ['Sécurité Électrique', 'securite electrique'],
    ['Se\u0301curite\u0301', 'securite'],
    ['Überfüllung', 'uberfullung'],
    ['ﬁre ﬁghting', 'fire fighting'],
    ['Ｆｏｒｋｌｉｆｔ', 'forklift'],
    ['ISO 45001:2018', 'iso 45001 2018'],
    ['高所作業', '高所作業'],
    ['Работа на высоте', 'работа на высоте'],
    ['—', ''],
    ['', ''],
  ])('of %j is %j', (text, normalised) => {
    expect(normaliseTopic(text)).toBe(normalised);
  });

  it('is itself when normalised again, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(normaliseTopic(normaliseTopic(text))).toBe(normaliseTopic(text))), { numRuns: 2_000 });
  });
});

describe('trigrams', () => {
  it('are those of pg_trgm: word by word, two blanks before and one behind', () => {
    expect([...trigrams('cat')].toSorted()).toEqual(['  c', ' ca', 'at ', 'cat']);
    expect([...trigrams('a bc')].toSorted()).toEqual(['  a', '  b', ' a ', ' bc', 'bc ']);
    expect(trigrams('')).toEqual(new Set());
  });
});

describe('similarity', () => {
  it('has the values that pg_trgm has', () => {
    expect(alike('word', 'two words')).toBeCloseTo(0.363636, 6);
    expect(alike('cat', 'cart')).toBeCloseTo(2 / 7, 6);
  });

  it('is 1 for the same words in any order, 0 for nothing in common and for nothing at all', () => {
    expect(alike('Manual Handling', 'handling, manual')).toBe(1);
    expect(alike('Forklift', 'Haus')).toBe(0);
    expect(alike('', '')).toBe(0);
    expect(alike('', 'Forklift')).toBe(0);
  });

  it('is between 0 and 1 and the same both ways, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '-') }), fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '-') }), (a, b) => {
        expect(alike(a, b)).toBe(alike(b, a));
        expect(alike(a, b)).toBeGreaterThanOrEqual(0);
        expect(alike(a, b)).toBeLessThanOrEqual(1);
        if (normaliseTopic(a) !== '') expect(alike(a, a)).toBe(1);
      }),
      { numRuns: 1_000 },
    );
  });
});
