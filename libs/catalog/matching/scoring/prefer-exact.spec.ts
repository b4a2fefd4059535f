import { expect, it } from '@jest/globals';
import { preferExact } from './prefer-exact.js';
import type { Closeness } from './rate.js';

const scores = (...of: Array<[number, Closeness]>): number[] =>
  preferExact(of.map(([score, closeness]) => ({ score, closeness, evidence: () => [] }))).map(({ score }) => score);

it('puts a course on the very thing before a broader one, and one in the same words before one in others', () => {
  expect(scores([0.8, 0], [0.7, 1])).toEqual([0.8 * 0.75, 0.7]);
  expect(scores([0.95, 1], [0.75, 2])).toEqual([0.95 * 0.75, 0.75]);
});

it('leaves the others where no closer one could be meant', () => {
  expect(scores([0.8, 0], [0.3, 2])).toEqual([0.8, 0.3]);
  expect(scores([0.8, 0])).toEqual([0.8]);
  expect(scores()).toEqual([]);
});
