import { describe, expect, it } from '@jest/globals';
import { BoundedMemo } from './bounded-memo.js';

const KIB = 1_024;

function upperCase(max: number): { memo: BoundedMemo<string>; made: string[] } {
  const made: string[] = [];
  const make = (word: string): string => {
    made.push(word);
    return word.toUpperCase();
  };
  return { memo: new BoundedMemo(max, make, ({ length }) => length), made };
}

describe('a bounded memo', () => {
  it('computes a value once', () => {
    const { memo, made } = upperCase(10 * KIB);
    expect(['ladder', 'crane', 'ladder'].map((word) => memo.get(word))).toEqual(['LADDER', 'CRANE', 'LADDER']);
    expect(made).toEqual(['ladder', 'crane']);
  });

  it.each([
    ['short', 3],
    ['long', 40],
    ['very long', 5_000],
  ])('stays below its limit with any number of %s words', (_kind, length) => {
    const { memo } = upperCase(10 * KIB);
    for (let index = 0; index < 1_000; index++) {
      const word = String(index).padStart(length, 'x');
      expect(memo.get(word)).toBe(word.toUpperCase());
      expect(memo.bytes).toBeLessThanOrEqual(10 * KIB);
    }
  });

  it('drops all values at its limit, and computes them again', () => {
    const { memo, made } = upperCase(KIB);
    memo.get('ladder');
    for (let index = 0; index < 100; index++) memo.get(`word ${index}`);
    memo.get('ladder');
    expect(made.filter((word) => word === 'ladder')).toHaveLength(2);
  });
});
