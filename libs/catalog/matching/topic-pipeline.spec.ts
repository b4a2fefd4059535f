import { describe, expect, it } from '@jest/globals';
import { LIBRARY, match, recommended, titled } from './sample-library.js';

describe('a topic', () => {
  it('is not a course that shares a word of another meaning, nor of another category', async () => {
    expect(await recommended('Team lead', null, ['Lead Safety', 'Manual Handling'].map(titled))).toBe(null);
    expect(await recommended('R486 B', null, ['CACES R486 A', 'CACES R486 B'].map(titled))).toBe('CACES R486 B');
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
    ['Counterbalance truck', 'forklift'],
  ])('recommends the intended course for %j', async (topic, course) => {
    expect(await recommended(topic)).toBe(course);
  });

  it.each([
    'Drone Operation',
    'Safety',
    'Handling of Complaints',
    'Forklift trainer',
    'Reach truck',
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
    expect(await recommended(topic, null, [titled(right), titled(other)])).toBe(right);
    const { recommended: none, candidates } = await match(topic, null, [titled(other)]);
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
