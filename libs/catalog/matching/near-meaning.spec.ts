import { describe, expect, it } from '@jest/globals';
import type { MatchableCourse, TopicMatch } from './topic-matcher.js';
import { TopicPipeline } from './topic-pipeline.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';

describe('a course that is near in meaning', () => {
  const courses: MatchableCourse[] = [
    { id: 'near', title: 'Frobnicator Cleaning, Level 1', topics: [] },
    { id: 'other', title: 'Manual Handling', topics: [] },
  ];
  const matchNear = async (topic: string, similarity: number): Promise<TopicMatch> =>
    (await TopicPipeline.prepare(courses, domainVocabulary(), [], () => new Map([['near', similarity]]))).match(
      topic,
      null,
    );

  it('is recommended if it means nearly the same, and head word and setting agree', async () => {
    expect((await matchNear('Zorbed hygiene of frobnicators', 0.79)).recommended).toBeNull();
    expect((await matchNear('Zorbed hygiene of frobnicators', 0.83)).recommended).toMatchObject({
      courseId: 'near',
      score: expect.closeTo(0.555),
      evidence: expect.arrayContaining(['means nearly the same (0.83)']),
    });
  });

  it.each([
    ['another head word', 'Gribble polish'],
    ['another setting', 'Zorbed hygiene of frobnicators in hospitals'],
    ['another role', 'Trainer for zorbed hygiene of frobnicators'],
    ['another level', 'Zorbed hygiene of frobnicators, advanced'],
  ])('is only shown if the topic names %s', async (_what, topic) => {
    const near = await matchNear(topic, 0.95);
    expect(near.recommended).toBeNull();
    expect(near.candidates).toMatchObject([{ courseId: 'near', score: expect.closeTo(0.47) }]);
    expect(near.whyNone).toContain('means nearly the same (0.95)');
  });

  it('is only shown if it is of another kind', async () => {
    const course = { id: 'kind', title: 'Frobnicator Cleaning, Class A', topics: [] };
    const near = await TopicPipeline.prepare([course], domainVocabulary(), [], () => new Map([['kind', 0.95]]));
    expect(near.match('Zorbed hygiene of frobnicators, class A', null).recommended?.courseId).toBe('kind');
    expect(near.match('Zorbed hygiene of frobnicators, class B', null).recommended).toBeNull();
  });

  it('has no effect if words find a course', async () => {
    expect(await matchNear('Manual Handling', 0.99)).toMatchObject({
      recommended: { courseId: 'other' },
      candidates: [{ courseId: 'other' }],
    });
  });
});
