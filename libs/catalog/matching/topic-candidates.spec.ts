import { describe, expect, it } from '@jest/globals';
import { LIBRARY, match, recommended, titled } from './sample-library.js';
import type { MatchableCourse } from './topic-matcher.js';

describe('a topic', () => {
  it('shows similar courses, best first, although it recommends none', async () => {
    const { candidates } = await match('Fire safety');
    expect(candidates[0]).toMatchObject({ courseId: 'office-fire' });
    expect(candidates.map(({ score }) => score)).toEqual(
      candidates.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(candidates.every(({ score, evidence }) => score > 0 && score < 1 && evidence.length > 0)).toBe(true);
  });

  it('shows at most five courses, the recommended one first', async () => {
    const many = Array.from({ length: 20 }, (_value, index): MatchableCourse => ({
      id: `c${index}`,
      title: `Fire Safety ${index}`,
      topics: [],
    }));
    const { recommended: best, candidates } = await match('Fire Safety 7', null, many);
    expect(candidates).toHaveLength(5);
    expect(best?.courseId).toBe('c7');
    expect(candidates[0]).toEqual(best);
  });

  it.each(['', ' ', '—', '?!'])('without a letter or digit recommends and shows nothing: %j', async (topic) => {
    expect(await match(topic, null, [...LIBRARY, { id: 'blank', title: '---', topics: ['', '!'] }])).toEqual({
      recommended: null,
      suggested: null,
      candidates: [],
      whyNone: ['no published course is like the topic'],
    });
  });
});

describe('a course on another subject with all words of the topic', () => {
  it('is not recommended, but shown as a candidate', async () => {
    const found = await match('First Aid', null, [
      { id: 'mind', title: 'Mental Health First Aider', topics: ['Mental Health First Aid'] },
      ...LIBRARY,
    ]);
    expect([found.recommended, found.candidates[0]?.courseId]).toEqual([null, 'mind']);
  });
});

describe('a category', () => {
  const twins: MatchableCourse[] = [
    { id: 'a', title: 'Ladder Safety', topics: [], category: 'Induction' },
    { id: 'b', title: 'Ladder Safety', topics: [], category: 'Refresher' },
    { id: 'c', title: 'Ladders', topics: ['Ladder Use'], category: 'Toolbox' },
  ];

  it.each([
    ['Refresher', 'b'],
    ['induction', 'a'],
    ['REFRESHER ', 'b'],
  ])('decides between courses with equal scores: %j', async (category, course) => {
    expect(await recommended('Ladder Safety', category, twins)).toBe(course);
    expect(await recommended('Ladder Safety', category, twins.toReversed())).toBe(course);
  });

  it('does not outweigh a better score', async () => {
    expect(await recommended('Ladder Use', 'Refresher', twins)).toBe('c');
    expect(await recommended('Ladder Safety', 'Toolbox', twins)).not.toBe('c');
  });

  it('does not turn a non-match into a match', async () => {
    expect(await recommended('Drone Operation', 'Refresher', twins)).toBeNull();
  });
});

describe('two courses that limit a topic to different things', () => {
  const [affected, authorised] = ['Lockout/Tagout – Affected Employee', 'Lockout/Tagout – Authorized Employee'];
  const library = [affected, authorised].map(titled);

  it('are left to a person if they are equally close', async () => {
    expect(await match('LOTO', null, library)).toMatchObject({
      recommended: null,
      suggested: { courseId: affected },
      whyNone: [`"${affected}" and "${authorised}" are equally close`, expect.any(String)],
    });
  });

  it.each([
    ['LOTO', 'Toolbox'],
    ['LOTO authorized', null],
  ])('are told apart by a category or a word: %j, %j', async (topic, category) => {
    const courses = [titled(affected), { ...titled(authorised), category: 'Toolbox' }];
    expect(await recommended(topic, category, courses)).toBe(authorised);
  });
});

describe('a library', () => {
  it('gives the same recommendation for any order of its courses', async () => {
    for (const topic of [
      'Working at Heights',
      'Forklift Operations',
      'Fire Safty',
      'Manual Handling',
      'Drone Operation',
    ]) {
      expect(await recommended(topic, null, LIBRARY.toReversed())).toBe(await recommended(topic));
    }
  });
});
