import { describe, expect, it } from '@jest/globals';
import { knownWordsOf } from '../reading/known-words.js';
import { readName } from '../reading/read-name.js';
import { spellingOf } from '../reading/spelling.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { compare } from './compare.js';
import { bounded, evidenceOf } from './evidence.js';

const vocabulary = domainVocabulary();
const measures = { vocabulary, home: null, rarity: (key: string) => (key === 'common' ? 0.1 : 1) };

function evidence(topic: string, course: string): string[] {
  const [asked, name] = [
    readName(topic, vocabulary, spellingOf(knownWordsOf(vocabulary))),
    readName(course, vocabulary),
  ];
  return evidenceOf(compare(asked, name, measures), asked, name, measures);
}

describe('evidence', () => {
  it.each([
    ['LOTO', 'Lockout/Tagout', ['loto is lockout tagout']],
    ['Reach truck', 'Forklift', ['reach truck is a kind of forklift']],
    ['Powered access', 'Scissor Lifts', ['scissor lifts is a kind of powered access']],
    ['Fire warden', 'Evacuation', ['fire warden is close to evacuation']],
    ['Quantum flux rescue', 'Quantum Flux', ['shares rare words: quantum, flux', 'missing: rescue']],
    ['Common flux', 'Common Flux', ['shares rare words: flux']],
    ['Common', 'Common Flux', ['shares words: common', 'the course adds: flux']],
    ['Fire safety', 'Fire Safety in Hospitals', ['shares rare words: fire safety', 'the course adds: hospitals']],
    ['Rigging, advanced', 'Rigging level 1', ['shares rare words: rigging', 'another level: advanced, not level 1']],
    ['Forklfit', 'Lift Truck', ['forklfit (read as forklift) is lift truck']],
  ])('for %j and %j reads %j', (topic, course, lines) => {
    expect(evidence(topic, course)).toEqual(lines);
  });

  it('is kept short enough to be kept with every need', () => {
    expect(
      bounded(Array.from({ length: 100 }, (_, index) => `${index} ${'x'.repeat(1_000)}`)).map(
        (reason) => reason.length,
      ),
    ).toEqual(Array(12).fill(600));
    expect(bounded(['loto is lockout tagout'])).toEqual(['loto is lockout tagout']);
  });
});
