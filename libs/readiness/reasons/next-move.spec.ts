import { describe, expect, it } from '@jest/globals';
import type { TopicMatcher } from '#catalog';
import type { Cause } from '../rule/cause.js';
import { Calendar } from '../rule/calendar.js';
import { groupCauses } from './group-causes.js';
import { type NextMove, nextMove } from './next-move.js';
import type { ShownAssignment, ShownNeed } from './read-context.js';

const HEIGHTS = 'course about heights';
const REQUIRED = 'required course';

const cause = (kind: Cause['kind'], more: Partial<Cause> = {}): Cause => ({
  kind,
  refType: 'credential',
  refId: `${kind} 1`,
  gap: 'heights',
  name: 'Heights',
  severity: 3,
  since: 0,
  dueAt: Infinity,
  waivedUntil: null,
  requirementId: null,
  courseId: null,
  ...more,
});
const need = (id: string, more: Partial<ShownNeed> = {}): ShownNeed => ({
  id,
  status: 'open',
  type: 'incident',
  topic: 'Heights',
  category: null,
  dedupeKey: id,
  recommendation: 'course',
  courseId: HEIGHTS,
  suggestedCourseId: null,
  snoozedUntil: null,
  draftId: null,
  isOfSite: false,
  record: null,
  ...more,
});
const ofNeed = (refId: string, more: Partial<Cause> = {}): Cause => cause('need', { refType: 'need', refId, ...more });
const assignment = (courseId: string, gap: string): ShownAssignment => ({
  id: `assignment of ${courseId}`,
  workerId: 'w',
  courseId,
  title: courseId,
  gap,
  dueAt: 1,
});
const recommended = { courseId: HEIGHTS, title: 'Heights', score: 1, evidence: [] };
const matching = (courses: Array<typeof recommended>): TopicMatcher => ({
  match: () => ({ recommended: courses[0] ?? null, suggested: null, candidates: courses, whyNone: [] }),
});

const moveOf = (
  causes: readonly Cause[],
  {
    needs = [],
    assignments = [],
    courses = [recommended],
    published = [HEIGHTS, REQUIRED],
  }: {
    needs?: ShownNeed[];
    assignments?: ShownAssignment[];
    courses?: Array<typeof recommended>;
    published?: string[];
  } = {},
): Partial<NextMove> | undefined => {
  const context = {
    calendar: Calendar.of('UTC'),
    at: 10,
    needs: new Map(needs.map((one) => [one.id, one])),
    assignments: new Map(),
    completions: new Map(),
    publishedCourses: new Set(published),
    matcher: matching(courses),
  };
  return groupCauses(causes).map((gap) => nextMove(gap, assignments, context))[0];
};

describe('the next move of a reason', () => {
  it('offers the course that the library has for a credential, else renews it', () => {
    expect(moveOf([cause('credential_expired')])).toMatchObject({ action: 'offer', courseId: HEIGHTS, need: null });
    expect(moveOf([cause('credential_expired')], { courses: [] })).toMatchObject({ action: 'renew', courseId: null });
  });

  it('offers what a need recommends, before the course that a requirement names', () => {
    const causes = [cause('training_missing', { courseId: REQUIRED }), ofNeed('n')];
    expect(moveOf(causes, { needs: [need('n')] })).toMatchObject({
      action: 'offer',
      courseId: HEIGHTS,
      need: { id: 'n' },
    });
  });

  it('offers what the need recommends that has a course, if there are several', () => {
    const needs = [need('first', { recommendation: 'author_one' }), need('second'), need('third')];
    const causes = needs.map(({ id }) => ofNeed(id));
    expect(moveOf(causes, { needs })).toMatchObject({ action: 'offer', courseId: HEIGHTS, need: { id: 'second' } });
  });

  it('is to complete a step of onboarding, which no course answers', () => {
    expect(moveOf([cause('onboarding_open')])).toMatchObject({ action: 'complete', assignment: null, courseId: null });
  });

  it('offers no course that is not published', () => {
    const needs = [need('n')];
    expect(moveOf([cause('training_missing', { courseId: REQUIRED })], { published: [] })?.action).toBeNull();
    expect(moveOf([ofNeed('n')], { needs, published: [] })).toMatchObject({ action: 'author', courseId: null });
  });

  it('decides about the suggested course of a need', () => {
    const needs = [need('n', { recommendation: 'author_one', courseId: null, suggestedCourseId: HEIGHTS })];
    expect(moveOf([ofNeed('n')], { needs, courses: [] })).toMatchObject({ action: 'decide', courseId: null });
  });

  it('is not by a waived need, while another fact counts', () => {
    const causes = [ofNeed('waived', { waivedUntil: 99 }), cause('training_missing', { courseId: REQUIRED })];
    const needs = [need('waived')];
    expect(moveOf(causes, { needs })).toMatchObject({ action: 'offer', courseId: REQUIRED, need: null });
    expect(moveOf(causes.slice(0, 1), { needs })).toMatchObject({ action: 'offer', need: { id: 'waived' } });
  });

  it('is to complete an open assignment about its topic, or of the course that answers it', () => {
    for (const one of [assignment('another course', 'heights'), assignment(HEIGHTS, 'another topic')])
      expect(moveOf([cause('credential_expired')], { assignments: [one] })).toMatchObject({
        action: 'complete',
        assignment: { id: one.id },
      });
    const due = { ...assignment(HEIGHTS, 'another topic'), dueAt: 0 };
    const both = [assignment('another course', 'heights'), due];
    expect(moveOf([cause('credential_expired')], { assignments: both })).toMatchObject({ assignment: { id: due.id } });
    const other = assignment('another course', 'another topic');
    expect(moveOf([cause('credential_expired')], { assignments: [other] })?.action).toBe('offer');
  });

  it('waits for a need that is not resolved, and authors what no course answers', () => {
    const pending = need('n', { recommendation: 'pending', courseId: null });
    expect(moveOf([ofNeed('n')], { needs: [pending] })?.action).toBeNull();
    const unanswered = need('n', { recommendation: 'author_one', courseId: null });
    expect(moveOf([ofNeed('n')], { needs: [unanswered] })).toMatchObject({ action: 'author', need: { id: 'n' } });
  });
});
