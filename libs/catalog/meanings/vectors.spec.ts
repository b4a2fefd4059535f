import { describe, expect, it } from '@jest/globals';
import { fromBase64, similarityOf, toBase64, toVector } from './vectors.js';

describe('a vector', () => {
  it('has the length 1, and is unchanged when it is read back', () => {
    const vector = toVector([3, 4]) ?? new Float32Array();
    expect([...vector].map((entry) => Math.round(entry * 100))).toEqual([60, 80]);
    expect(fromBase64(toBase64(vector))).toEqual(vector);
  });

  it('has the similarity of its direction to another one', () => {
    const like = (one: number[], other: number[]): number =>
      Math.round(similarityOf(toVector(one) ?? new Float32Array(), toVector(other) ?? new Float32Array()) * 100);
    expect([
      like([2, 0], [5, 0]),
      like([1, 0], [0, 1]),
      like([1, 0], [-1, 0]),
      like([1, 0], [0.83, 0.5577]),
      like([1, 0], [1, 0, 0]),
    ]).toEqual([100, 0, -100, 83, 0]);
  });

  it.each([
    [null],
    ['x'],
    [[]],
    [[1, 'x']],
    [[0, 0]],
    [[Number.NaN]],
    [[1, null]],
    [Array.from({ length: 10_000 }, () => 1)],
  ])('cannot be made from %j', (value) => {
    expect(toVector(value)).toBeNull();
  });
});
