import { expect, it } from '@jest/globals';
import { preferClosest } from './prefer-closest.js';
import type { Closeness } from './rate-course.js';

const scores = (...of: Array<[number, Closeness]>): number[] =>
  preferClosest(
    of.map(([score, closeness]) => ({
      score,
      closeness,
      isExplained: false,
      answersMost: false,
      basis: null,
      evidence: () => [],
    })),
  ).map(({ score }) => score);

it('prefers a course on the topic itself to a broader one, and the same words to other words', () => {
  expect(scores([0.8, 0], [0.7, 1])).toEqual([0.8 * 0.75, 0.7]);
  expect(scores([0.95, 1], [0.75, 2])).toEqual([0.95 * 0.75, 0.75]);
});

it('keeps the scores if no closer course scores high enough', () => {
  expect(scores([0.8, 0], [0.3, 2])).toEqual([0.8, 0.3]);
  expect(scores([0.8, 0])).toEqual([0.8]);
  expect(scores()).toEqual([]);
});
