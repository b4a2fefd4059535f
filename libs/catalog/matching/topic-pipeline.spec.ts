import { describe, expect, it } from '@jest/globals';
import type { MatchableCourse, TopicMatch, WordSynonym } from './topic-matcher.js';
import { TopicPipeline } from './topic-pipeline.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';

const LIBRARY: MatchableCourse[] = [
  {
    id: 'heights',
    title: 'Height Safety Essentials',
    topics: ['Working at Heights', 'Fall Protection'],
    category: 'Refresher',
  },
  { id: 'manual', title: 'Manual Handling', topics: [], category: 'Toolbox' },
  { id: 'forklift', title: 'Forklift Operation', topics: ['Forklift Driving'], category: null },
  { id: 'warden', title: 'Fire Warden', topics: [] },
  { id: 'office-fire', title: 'Fire Prevention in the Office', topics: [] },
  { id: 'loto', title: 'Lockout/Tagout', topics: [] },
  { id: 'scaffold', title: 'Basic Scaffolding', topics: [] },
  { id: 'perth', title: 'Site Induction - Perth Depot', topics: [] },
  { id: 'widget', title: 'Widget Calibration', topics: ['WID-0042'] },
];

const match = async (
  topic: string,
  category: string | null = null,
  library = LIBRARY,
  synonyms: WordSynonym[] = [],
): Promise<TopicMatch> => (await TopicPipeline.prepare(library, domainVocabulary(), synonyms)).match(topic, category);
const recommended = async (topic: string, category: string | null = null, library = LIBRARY): Promise<string | null> =>
  (await match(topic, category, library)).recommended?.courseId ?? null;

describe('a topic', () => {
  it('is not a course that shares a word of another meaning, nor of another category', async () => {
    const titles = (...all: readonly string[]): MatchableCourse[] =>
      all.map((title) => ({ id: title, title, topics: [] }));
    expect(await recommended('Team lead', null, titles('Lead Safety', 'Manual Handling'))).toBe(null);
    expect(await recommended('R486 B', null, titles('CACES R486 A', 'CACES R486 B'))).toBe('CACES R486 B');
  });

  it.each(['R486 A', 'R486 B', 'R486 A+B'])('is a course of two categories: %s', async (topic) => {
    const library = [{ id: 'both', title: 'CACES R486 A et B', topics: [] }, ...LIBRARY];
    expect(await recommended(topic, null, library)).toBe('both');
  });

  it.each(['Working at Heights', 'working at  heights', 'WORKING-AT-HEIGHTS!'])(
    'recommends the course that has it, however it is written: %j',
    async (topic) => {
      expect(await match(topic)).toMatchObject({
        recommended: {
          courseId: 'heights',
          title: 'Height Safety Essentials',
          score: 1,
          evidence: ['topic equals "Working at Heights"'],
        },
        whyNone: [],
      });
    },
  );

  it.each([
    ['Manual handling refresher 2026', 'manual'],
    ['WAH licence expiring 30/09/2026', 'heights'],
    ['Trabajo en alturas', 'heights'],
    ['FLT', 'forklift'],
    ['TRN-0042 forkliftOperator', 'forklift'],
    ['<b>Forklift&nbsp;licence</b>', 'forklift'],
    ['LOTO', 'loto'],
    ['lock_out_tag_out', 'loto'],
    ['Forkilft operation', 'forklift'],
    ['Fire marshal', 'warden'],
    ['Perth site induction renewal', 'perth'],
    ['Widget calibrations', 'widget'],
    ['WID-0042', 'widget'],
    ['Reach truck', 'forklift'],
  ])('recommends the intended course for %j', async (topic, course) => {
    expect(await recommended(topic)).toBe(course);
  });

  it.each([
    'Drone Operation',
    'Safety',
    'Handling of Complaints',
    'Forklift trainer',
    'Aerial lift',
    'Fire safety in the laboratory',
    'Fire safety',
    'Scaffolding - advanced',
    'Site Induction - Sydney Depot',
    'Widget disposal',
    'Heights rescue',
    'Chainsaw',
  ])('recommends nothing if no course is right, and explains why: %j', async (topic) => {
    const { recommended: none, whyNone } = await match(topic);
    expect(none).toBeNull();
    expect(whyNone[0]).toMatch(
      /^(closest course "[^"]+" is not close enough \(\d+ %\)|no published course is like the topic)$/,
    );
  });

  it('recommends the course that answers most of it, if no other course is near', async () => {
    const tug = { id: 'tug', title: 'Ground Support Operator - Baggage Tug and Dollies', topics: [] };
    expect(await recommended('TBL tug', null, [...LIBRARY, tug])).toBe('tug');
    const other = { id: 'other', title: 'Ground Support Operator - Water Tug and Hoses', topics: [] };
    expect(await recommended('TBL tug', null, [...LIBRARY, tug, other])).toBeNull();
  });

  it.each([
    ['HAZWOPER 24h', 'HAZWOPER 24 hr', 'HAZWOPER 40 hr'],
    ['First aid at work 3 days', 'First Aid at Work (3 day)', 'First Aid at Work (1 day)'],
    ['Zorb committee pt 2', 'Zorb Committee Part Two', 'Zorb Committee Part One'],
  ])('is not matched to a course of another duration or part: %j', async (topic, right, other) => {
    const course = (title: string): MatchableCourse => ({ id: title, title, topics: [] });
    expect(await recommended(topic, null, [course(right), course(other)])).toBe(right);
    const { recommended: none, candidates } = await match(topic, null, [course(other)]);
    expect(none).toBeNull();
    expect(candidates[0]?.evidence.at(-1) ?? '').toMatch(
      /^(another kind: (\d+ (hours|days)|part \d), not (\d+ (hours|days)|part \d))?$/,
    );
  });

  it('is matched to a part of a course only if it names the part', async () => {
    const course = { id: 'part', title: 'Zorb Operation Part 2', topics: [] };
    expect(await recommended('Zorb yard labourer', null, [course])).toBeNull();
    expect(await recommended('Zorb pt 2', null, [course])).toBe('part');
  });

  it.each(['396.19', '49 CFR 396.19(b)', '396.19 refresher'])(
    'that cites a regulation is matched to the only course on it: %j',
    async (topic) => {
      const vehicles = { id: 'vehicles', title: 'Annual Vehicle Inspector Qualification (396.19)', topics: [] };
      const brakes = { id: 'brakes', title: 'Brake Inspector Qualification (49 CFR 396.25)', topics: [] };
      expect(await recommended(topic, null, [vehicles, brakes])).toBe('vehicles');
      const other = { id: 'other', title: 'Inspectors of Trailers (396.19)', topics: [] };
      expect(await recommended(topic, null, [vehicles, brakes, other])).toBeNull();
    },
  );

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

  it.each(['Constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty', 'level constructor'])(
    'named as a property of every object is a word like any other: %j',
    async (name) => {
      const library = [...LIBRARY, { id: 'odd', title: 'Pottery', topics: [name] }];
      expect((await match(name, null, library)).recommended).toMatchObject({ courseId: 'odd', score: 1 });
      expect((await match(`${name} zorb`)).recommended).toBeNull();
    },
  );

  it('recommends nothing from an empty library', async () => {
    expect((await match('Working at Heights', null, [])).recommended).toBeNull();
  });
});

describe('a synonym of the tenant', () => {
  const beast = { term: 'the Beast', means: 'Forklift Operation' };

  it('is replaced by its meaning, in a longer topic too, and the evidence says so', async () => {
    expect((await match('The Beast')).recommended).toBeNull();
    expect((await match('The Beast', null, LIBRARY, [beast])).recommended).toMatchObject({
      courseId: 'forklift',
      evidence: ['the Beast means Forklift Operation here', 'title equals "Forklift Operation"'],
    });
    expect((await match('the_beast refresher', null, LIBRARY, [beast])).recommended?.courseId).toBe('forklift');
  });

  it('is not replaced where its words mean another thing', async () => {
    const course = (title: string): MatchableCourse => ({ id: title, title, topics: [] });
    const library = [course('Yellow Box Basics'), course('Mental Health First Aid')];
    const synonym = { term: 'First aid', means: 'Yellow Box Basics' };
    const found = async (topic: string): Promise<string | undefined> =>
      (await match(topic, null, library, [synonym])).recommended?.title;
    expect(await found('First aid, annual refresher')).toBe('Yellow Box Basics');
    expect(await found('Mental health first aid, annual refresher')).toBe('Mental Health First Aid');
  });

  it('takes precedence over the vocabulary, but not over names of the library', async () => {
    const other = [
      { term: 'LOTO', means: 'Widget Calibration' },
      { term: 'Manual Handling', means: 'Widget Calibration' },
    ];
    expect((await match('LOTO', null, LIBRARY, other)).recommended?.courseId).toBe('widget');
    expect((await match('Manual Handling', null, LIBRARY, other)).recommended?.courseId).toBe('manual');
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
