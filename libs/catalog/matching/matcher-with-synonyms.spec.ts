import { describe, expect, it } from '@jest/globals';
import type { MatchableCourse, TopicMatch } from './topic-matcher.js';
import { matcherWithSynonyms } from './matcher-with-synonyms.js';

const LIBRARY: MatchableCourse[] = [
  { id: 'crane', title: 'Overhead Crane Operation', topics: [] },
  { id: 'crane-pit', title: 'Overhead Crane Operation', topics: [], category: 'Pit' },
  { id: 'manual', title: 'Manual Handling', topics: ['Lifting'] },
];

const match = async (
  topic: string,
  meaning: { term?: string; courseId?: string; means?: string },
): Promise<TopicMatch> => {
  const term = meaning.term ?? 'the Beast';
  return (await matcherWithSynonyms(LIBRARY, [{ topic: term, ...meaning }])).match(topic, null);
};

describe('a topic with a synonym for a course', () => {
  it.each(['the Beast', 'THE_BEAST'])(
    'is answered with that course, of two of the same title too: %j',
    async (topic) => {
      const { recommended, candidates, whyNone } = await match(topic, { courseId: 'crane-pit' });
      expect(recommended).toEqual({
        courseId: 'crane-pit',
        title: 'Overhead Crane Operation',
        score: 1,
        evidence: [`"${topic}" means "Overhead Crane Operation" here`],
      });
      expect(candidates.map(({ courseId }) => courseId)).toEqual(['crane-pit', 'crane']);
      expect(whyNone).toEqual([]);
    },
  );

  it('matches that course although another course has this name', async () => {
    expect((await match('Lifting', {})).recommended?.courseId).toBe('manual');
    expect((await match('Lifting', { term: 'Lifting', courseId: 'crane' })).recommended?.courseId).toBe('crane');
  });

  it('is replaced within a longer topic', async () => {
    expect((await match('the Beast refresher', { courseId: 'crane' })).recommended?.title).toBe(
      'Overhead Crane Operation',
    );
  });

  it('has no effect while the course is not in the library', async () => {
    expect((await match('the Beast', { courseId: 'archived' })).recommended).toBeNull();
  });
});

describe('a topic with a synonym for another topic', () => {
  it('matches like that topic', async () => {
    expect((await match('the Beast', { means: 'Lifting' })).recommended).toMatchObject({
      courseId: 'manual',
      evidence: ['"the Beast" means "Lifting" here', 'topic equals "Lifting"'],
    });
    expect((await match('the Beast', { means: 'Drone Operation' })).recommended).toBeNull();
  });
});
