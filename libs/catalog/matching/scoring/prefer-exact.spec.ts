import { expect, it } from '@jest/globals';
import { preferExact } from './prefer-exact.js';

const rating = (score: number, isExact: boolean) => ({ score, isExact, evidence: () => [] });
const scores = (...of: Array<[number, boolean]>): number[] => preferExact(of.map(([score, isExact]) => rating(score, isExact))).map(({ score }) => score);

it('puts a course on the very thing before a broader one', () => {
  expect(scores([0.8, false], [0.7, true])).toEqual([0.8 * 0.75, 0.7]);
});

it('leaves the broader one where none on the very thing could be meant', () => {
  expect(scores([0.8, false], [0.3, true])).toEqual([0.8, 0.3]);
  expect(scores([0.8, false])).toEqual([0.8]);
});
