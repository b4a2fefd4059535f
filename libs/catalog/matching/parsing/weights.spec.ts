import { describe, expect, it } from '@jest/globals';
import { weightInCourse, weightInTopic } from './weights.js';

describe('weights', () => {
  it('are highest for subjects, and almost nothing for words that any course has', () => {
    for (const weight of [weightInTopic, weightInCourse]) {
      expect(weight('subject', 1)).toBeGreaterThan(weight('word', 1));
      expect(weight('filler', 1)).toBeLessThan(weight('word', 1) / 5);
      expect(weight('person', 1)).toBeLessThan(weight('role', 1) / 5);
    }
  });

  it('grow with rarity, but are never nothing', () => {
    expect(weightInTopic('word', 1)).toBeGreaterThan(weightInTopic('word', 0.2));
    expect(weightInTopic('word', 0)).toBeGreaterThan(0);
  });

  it('are highest in a course for a setting that the topic does not name', () => {
    expect(weightInCourse('setting', 1)).toBeGreaterThan(weightInCourse('subject', 1));
    expect(weightInCourse('common setting', 1)).toBeLessThan(weightInCourse('setting', 1) / 10);
  });
});
