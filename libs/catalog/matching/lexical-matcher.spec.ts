import { describe, expect, it } from '@jest/globals';
import { LexicalMatcher } from './lexical-matcher.js';
import type { MatchableCourse, TopicMatch } from './topic-matcher.js';

const LIBRARY: MatchableCourse[] = [
  { id: 'heights', title: 'Height Safety Essentials', topics: ['Working at Heights', 'Fall Protection'], category: 'Refresher' },
  { id: 'manual', title: 'Manual Handling', topics: [], category: 'Toolbox' },
  { id: 'forklift', title: 'Forklift Operation', topics: ['Forklift Driving'], category: null },
  { id: 'fire', title: 'Fire Warden', topics: ['Fire Safety'] },
];

const match = (topic: string, category: string | null = null, library = LIBRARY): TopicMatch => new LexicalMatcher(library).match(topic, category);
const recommended = (topic: string, category: string | null = null, library = LIBRARY): string | null => match(topic, category, library).recommended?.courseId ?? null;

describe('a topic', () => {
  it.each(['Working at Heights', 'working at  heights', 'WORKING-AT-HEIGHTS!'])('recommends the course that has it, however it is written: %j', (topic) => {
    expect(match(topic).recommended).toEqual({
      courseId: 'heights',
      title: 'Height Safety Essentials',
      score: 1,
      evidence: ['topic equals "Working at Heights"'],
    });
  });

  it('recommends the course that is called so', () => {
    expect(match('manual handling').recommended).toMatchObject({ courseId: 'manual', score: 1, evidence: ['title equals "Manual Handling"'] });
  });

  it('recommends a course that is only spelt a little differently, less surely than an equal one, and says how alike', () => {
    const { recommended: best } = match('Forklift Operations');
    expect(best).toMatchObject({ courseId: 'forklift', title: 'Forklift Operation' });
    expect(best?.score).toBeGreaterThan(0.6);
    expect(best?.score).toBeLessThan(1);
    expect(best?.evidence).toEqual([expect.stringMatching(/^title "Forklift Operation" is spelt \d\d % alike$/)]);
  });

  it('never counts the same words in another order as equal', () => {
    expect(match('Handling Manual').recommended?.score).toBeLessThan(1);
  });

  it.each(['Drone Operation', 'Data Protection', 'Safety', 'Handling of Complaints'])('recommends nothing where no course is close enough: %j', (topic) => {
    expect(recommended(topic)).toBeNull();
  });

  it('shows what is a little like it though it recommends nothing, best first', () => {
    const { recommended: none, candidates } = match('Fire Prevention Safety');
    expect(none).toBeNull();
    expect(candidates[0]).toMatchObject({ courseId: 'fire' });
    expect(candidates.map(({ score }) => score)).toEqual(candidates.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(candidates.every(({ score }) => score > 0 && score < 1)).toBe(true);
  });

  it('shows at most five courses, the recommended one first', () => {
    const many = Array.from({ length: 20 }, (_value, index): MatchableCourse => ({ id: `c${index}`, title: `Fire Safety ${index}`, topics: [] }));
    const { recommended: best, candidates } = match('Fire Safety 7', null, many);
    expect(candidates).toHaveLength(5);
    expect(best?.courseId).toBe('c7');
    expect(candidates[0]).toEqual(best);
  });

  it.each(['', ' ', '—', '?!'])('without a letter or digit recommends and shows nothing: %j', (topic) => {
    expect(match(topic, null, [...LIBRARY, { id: 'blank', title: '---', topics: ['', '!'] }])).toEqual({ recommended: null, candidates: [] });
  });

  it('recommends nothing from an empty library', () => {
    expect(match('Working at Heights', null, [])).toEqual({ recommended: null, candidates: [] });
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
  ])('decides between courses that fit equally well: %j', (category, course) => {
    expect(recommended('Ladder Safety', category, twins)).toBe(course);
    expect(recommended('Ladder Safety', category, twins.toReversed())).toBe(course);
  });

  it('never beats a topic that fits better', () => {
    expect(recommended('Ladder Use', 'Refresher', twins)).toBe('c');
    expect(recommended('Ladder Safety', 'Toolbox', twins)).not.toBe('c');
  });

  it('makes nothing a match that is none', () => {
    expect(recommended('Drone Operation', 'Refresher', twins)).toBeNull();
  });
});

describe('a library', () => {
  it('gives the same recommendation whatever the order of its courses', () => {
    for (const topic of ['Working at Heights', 'Forklift Operations', 'Fire Safty', 'Manual Handling', 'Drone Operation']) {
      expect(recommended(topic, null, LIBRARY.toReversed())).toBe(recommended(topic));
    }
  });
});
