import { describe, expect, it } from '@jest/globals';
import type { Unit } from '../reading/reading.js';
import { weightInCourse, weightInTopic } from './weights.js';

const unit = (kind: Unit['kind']): Unit => ({ kind, concepts: [], stems: [], text: '', part: 0, item: 0, respelt: null });

describe('weights', () => {
  it('are those of the subject first, and next to nothing for words that any course has', () => {
    for (const weight of [weightInTopic, weightInCourse]) {
      expect(weight(unit('subject'), 1)).toBeGreaterThan(weight(unit('word'), 1));
      expect(weight(unit('filler'), 1)).toBeLessThan(weight(unit('word'), 1) / 5);
      expect(weight(unit('person'), 1)).toBeLessThan(weight(unit('role'), 1) / 5);
    }
  });

  it('are greater for rare things, yet never nothing', () => {
    expect(weightInTopic(unit('word'), 1)).toBeGreaterThan(weightInTopic(unit('word'), 0.2));
    expect(weightInTopic(unit('word'), 0)).toBeGreaterThan(0);
  });

  it('set a course apart most by a setting that nobody asked for', () => {
    expect(weightInCourse(unit('setting'), 1)).toBeGreaterThan(weightInCourse(unit('subject'), 1));
    expect(weightInCourse(unit('common setting'), 1)).toBeLessThan(weightInCourse(unit('setting'), 1) / 10);
  });
});
