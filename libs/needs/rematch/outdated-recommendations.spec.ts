import { describe, expect, it } from '@jest/globals';
import type { TopicMatcher } from '#catalog';
import { gapKeyOf } from '../gaps/gap-key.js';
import type { CurrentRecommendation } from './current-recommendations.js';
import { outdatedRecommendations } from './outdated-recommendations.js';

const candidate = { courseId: 'heights', title: 'Heights', score: 0.8, evidence: ['topic equals "Heights"'] };
const matcher: TopicMatcher = {
  match: (topic) => {
    if (topic === 'poison') throw new Error('cannot be matched');
    if (topic === 'heights') return { recommended: candidate, suggested: null, candidates: [candidate], whyNone: [] };
    return {
      recommended: null,
      suggested: null,
      candidates: [],
      whyNone: ['closest course "Manual Handling" is not close enough (31 %)'],
    };
  },
};
const current: CurrentRecommendation = {
  key: 'k',
  topic: 'heights',
  category: null,
  recommendation: 'course',
  courseId: 'heights',
  evidence: ['topic equals "Heights"'],
  suggestedCourseId: null,
  gapKey: gapKeyOf({ topic: 'heights', workerId: null, cohortSite: 'yard' }),
  workerId: null,
  cohortSite: 'yard',
  needs: 1,
};
const none: CurrentRecommendation = {
  ...current,
  topic: 'drones',
  recommendation: 'author_one',
  courseId: null,
  evidence: ['closest course "Manual Handling" is not close enough (31 %)'],
  gapKey: null,
};

describe('a recommendation that needs have', () => {
  it.each<[string, CurrentRecommendation]>([
    ['the same course with the same evidence', current],
    ['none, as before', none],
    [
      'none, if only the similarity of the closest course changed',
      { ...none, evidence: ['closest course "Manual Handling" is not close enough (27 %)'] },
    ],
  ])('stays if the library would still give it: %s', async (_what, given) => {
    expect(await outdatedRecommendations([given], matcher)).toEqual([]);
  });

  it.each<[string, CurrentRecommendation]>([
    ['another course', { ...current, courseId: 'old' }],
    ['a course if there is none now', { ...current, topic: 'drones' }],
    ['none if there is a course now', { ...none, topic: 'heights' }],
    ['other reasons', { ...current, evidence: ['title equals "Heights"'] }],
    ['another closest course', { ...none, evidence: ['closest course "Gone" is not close enough (31 %)'] }],
    ['another suggested course of the same title', { ...none, suggestedCourseId: 'old' }],
    ['one whose resolution failed', { ...current, recommendation: 'pending', courseId: null, evidence: null }],
    ['one in a gap of topics that the matcher of another release took for the same', { ...current, gapKey: 'other' }],
    ['one for a topic that cannot be matched', { ...current, topic: 'poison' }],
  ])('is outdated if the library would not give it: %s', async (_what, given) => {
    expect(await outdatedRecommendations([current, given, none], matcher)).toEqual([given]);
  });
});
