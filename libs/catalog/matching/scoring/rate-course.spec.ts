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
  ],
  vocabulary,
);
const [course] = library.courses;
const rated = (topic: string): { score: number; evidence: readonly string[] } => {
  if (course === undefined) throw new Error('the library is empty');
  const { score, evidence } = rateCourse(parseName(topic, vocabulary), course, {
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
    expect(rated('LAD0042 for everyone')).toEqual({ score: 0.97, evidence: ['code equals LAD0042'] });
    expect(rated('qfx licence')).toEqual({ score: 0.97, evidence: ['qfx licence is short for "Quantum Flux (QFX)"'] });
    expect(rated('PPE').score).toBeLessThan(0.9);
    expect(rated('WAH').score).toBeLessThan(0.97);
    expect(rated('WAH').evidence).toEqual(['wah is working heights']);
    expect(rated('Beekeeping')).toEqual({ score: 0, evidence: [] });
  });
});
