import { describe, expect, it } from '@jest/globals';
import { type CourseMove, statusAfter } from './course.transitions.js';
import type { CourseStatus } from './course.entity.js';

describe('the moves of a course', () => {
  it.each<[CourseStatus, CourseMove, CourseStatus | null]>([
    ['draft', 'publish', 'published'],
    ['published', 'publish', 'published'],
    ['archived', 'publish', 'published'],
    ['published', 'archive', 'archived'],
    ['archived', 'archive', 'archived'],
    ['draft', 'delete', null],
    ['archived', 'delete', null],
  ])('from %s by %s to %s', (status, move, after) => {
    expect(statusAfter(status, move)).toBe(after);
  });

  it.each<[CourseStatus, CourseMove, string]>([
    ['draft', 'archive', 'possible: publish, delete'],
    ['published', 'delete', 'possible: archive'],
  ])('are refused from %s by %s, with "%s"', (status, move, detail) => {
    expect(() => statusAfter(status, move)).toThrow(detail);
  });
});
