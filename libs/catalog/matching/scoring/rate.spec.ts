import { describe, expect, it } from '@jest/globals';
import { prepareLibrary } from '../library/prepared-library.js';
import { readName } from '../reading/read-name.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { rate } from './rate.js';

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
  const { score, evidence } = rate(readName(topic, vocabulary), course, {
    vocabulary,
    home: null,
    rarity: (key) => library.rarity(key),
  });
  return { score, evidence: evidence() };
};

describe('a course', () => {
  it('is rated by the name that answers best: equal, equal but for the credential, by its code, and only then alike', () => {
    expect(rated('working at HEIGHTS')).toEqual({ score: 1, evidence: ['topic equals "Working at Heights"'] });
    expect(rated('Working at Heights refresher')).toEqual({
      score: 0.98,
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
