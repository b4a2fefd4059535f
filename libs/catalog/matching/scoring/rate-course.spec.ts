import { describe, expect, it } from '@jest/globals';
import { prepareLibrary } from '../library/prepared-library.js';
import { parseName } from '../parsing/parse-name.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { rateCourse } from './rate-course.js';

const vocabulary = domainVocabulary();
const library = await prepareLibrary(
  [
    {
      id: 'a',
      title: 'Ladders (LAD-0042)',
      topics: ['Climbing', 'Working at Heights', 'Quantum Flux (QFX)', 'Quantum Gear (PPE)'],
    },
    { id: 'b', title: 'Zorb under 11 m', topics: ['Zorb lift'] },
  ],
  vocabulary,
);
const [course, limited] = library.courses;
const rated = (topic: string, of = course): { score: number; evidence: readonly string[] } => {
  if (of === undefined) throw new Error('the library is empty');
  const { score, evidence } = rateCourse(parseName(topic, vocabulary), of, {
    vocabulary,
    defaultSetting: null,
    rarity: (key) => library.rarity(key),
    isMentioned: (key) => library.mentioning(key).length > 0,
  });
  return { score, evidence: evidence() };
};

describe('a course', () => {
  it('is rated by its best name: equal, then equal core, then code, then similar', () => {
    expect(rated('working at HEIGHTS')).toEqual({ score: 1, evidence: ['topic equals "Working at Heights"'] });
    expect(rated('Working at Heights refresher')).toEqual({
      score: 0.965,
      evidence: ['topic equals "Working at Heights"'],
    });
    expect(rated('Trabalho em altura').evidence).toEqual(['"Trabalho em altura" means "Working at Heights"']);
    expect(rated('LAD0042 for everyone')).toEqual({ score: 0.97, evidence: ['code equals LAD0042'] });
    expect(rated('qfx licence')).toEqual({
      score: 0.97,
      evidence: ['"qfx licence" is short for "Quantum Flux (QFX)"'],
    });
    expect(rated('PPE').score).toBeLessThan(0.9);
    expect(rated('WAH').score).toBeLessThan(0.97);
    expect(rated('WAH').evidence).toEqual(['wah is working heights']);
    expect(rated('Beekeeping')).toEqual({ score: 0, evidence: [] });
  });

  it('is limited by its title in what its topics leave open', () => {
    expect(rated('zorb lift', limited).score).toBe(1);
    const over = rated('zorb lift over 11 m operator', limited);
    expect(over.score).toBeLessThan(0.5);
    expect(over.evidence).toContain('another size: over 11 m, not under 11 m');
  });
});
