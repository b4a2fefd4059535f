import { expect, it } from '@jest/globals';
import { materialOf } from '#platform/pages';
import { courseContent } from './course-content.js';

it('is shown as a course, also with as many claims as a lesson may have', () => {
  const claims = Array.from({ length: 50 }, (_, index) => ({
    text: `Claim ${index} ${'about the forks '.repeat(12)}`.trim(),
    source: 'Forklift procedure, version 3.1, 2 Driving › 2.1 Speed',
  }));
  const lessons = [{ id: 'lesson-1', title: 'Driving', markdown: 'Look **behind** you.', claims }];
  const { text } = materialOf(courseContent({ objectives: ['Drive a forklift'], lessons }));
  expect(text).toContain('<strong>behind</strong>');
  expect(text.match(/<li>/g)).toHaveLength(51);
});
