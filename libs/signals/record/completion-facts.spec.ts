import { describe, expect, it } from '@jest/globals';
import { completionFacts } from './completion-facts.js';

const firstReceivedAt = new Date('2026-11-25T10:00:00.123Z');
const factsOf = (data: object): ReturnType<typeof completionFacts> => completionFacts({ data }, firstReceivedAt);

describe('the facts of a completion', () => {
  it('contain its time or its day, but no time after the arrival of the event', () => {
    expect(factsOf({ completed_at: '2026-11-24T08:00:00Z' })).toMatchObject({
      completedOn: null,
      completedAt: new Date('2026-11-24T08:00:00Z'),
    });
    expect(factsOf({ completed: true, finished_at: '2026-11-24T08:00:00Z' })).toMatchObject({
      completedAt: new Date('2026-11-24T08:00:00Z'),
    });
    expect(factsOf({ payload: { completion_date: '2026-11-24' } })).toMatchObject({
      completedOn: '2026-11-24',
      completedAt: firstReceivedAt,
    });
    for (const completed_at of ['2027-01-01T08:00:00Z', '0000-01-01', 'yesterday', 1, true])
      expect(factsOf({ completed_at })).toMatchObject({ completedOn: null, completedAt: firstReceivedAt });
    expect(factsOf({})).toMatchObject({ completedOn: null, completedAt: firstReceivedAt });
  });

  it.each(['T00:00:00Z', 'T00:00:00.0000000Z', 'T00:00:00', ' 00:00:00+00', 'T00:00:00+02:00', 'T00:00Z'])(
    'contain the day of a date that is written with midnight as its time: 2026-11-24%s',
    (midnight) => {
      const day = { completedOn: '2026-11-24', completedAt: firstReceivedAt };
      expect(factsOf({ completed_at: `2026-11-24${midnight}` })).toMatchObject(day);
    },
  );

  it('contain one or several names of the course', () => {
    expect(
      factsOf({ course: ' Forklift ', payload: { course_code: 'TRN-0042', course_title: 'Forklift' } }).courses,
    ).toEqual(['Forklift', 'TRN-0042']);
    expect(
      factsOf({ course: 7, course_id: '', course_title: 'x'.repeat(256), training: { title: 'x' } }).courses,
    ).toEqual([]);
  });
});
