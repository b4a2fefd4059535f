import { describe, expect, it } from '@jest/globals';
import { completionFacts } from './completion-facts.js';

const firstReceivedAt = new Date('2026-11-25T10:00:00.123Z');
const factsOf = (data: object): ReturnType<typeof completionFacts> => completionFacts({ data }, firstReceivedAt);

describe('the facts of a completion', () => {
  it('contain its time, or the end of its day, but no time after the arrival of the event', () => {
    expect(factsOf({ completed_at: '2026-11-24T08:00:00Z' }).completedAt).toEqual(new Date('2026-11-24T08:00:00Z'));
    expect(factsOf({ payload: { completion_date: '2026-11-24' } }).completedAt).toEqual(
      new Date('2026-11-24T23:59:59.999Z'),
    );
    for (const completed_at of ['2026-11-25', '2027-01-01', 'yesterday', 1, true])
      expect(factsOf({ completed_at }).completedAt).toEqual(firstReceivedAt);
    expect(factsOf({}).completedAt).toEqual(firstReceivedAt);
  });

  it('contain one or several names of the course', () => {
    expect(
      factsOf({ course: ' Forklift ', payload: { course_code: 'TRN-0042', course_title: 'Forklift' } }).courses,
    ).toEqual(['Forklift', 'TRN-0042']);
    expect(
      factsOf({ course: 7, course_id: '', course_title: 'x'.repeat(256), training: { title: 'x' } }).courses,
    ).toEqual([]);
  });
});
