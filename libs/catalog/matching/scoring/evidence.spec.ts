import { describe, expect, it } from '@jest/globals';
import { knownWordsOf } from '../parsing/known-words.js';
import { parseName } from '../parsing/parse-name.js';
import { spellingCorrection } from '../parsing/spelling-correction.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { compare } from './compare-names.js';
import { evidenceOf, limitEvidence, whyNone } from './evidence.js';

const vocabulary = domainVocabulary();
const context = {
  vocabulary,
  defaultSetting: null,
  rarity: (key: string) => (key === 'common' ? 0.1 : 1),
  isMentioned: () => true,
};

function evidence(topic: string, course: string): string[] {
  const [asked, name] = [
    parseName(topic, vocabulary, spellingCorrection(knownWordsOf(vocabulary))),
    parseName(course, vocabulary),
  ];
  return evidenceOf(compare(asked, name, context), asked, name, context);
}

describe('evidence', () => {
  it.each([
    ['LOTO', 'Lockout/Tagout', ['loto is lockout tagout']],
    ['Reach truck', 'Industrial Trucks', ['reach truck is a kind of industrial trucks']],
    ['Powered access', 'Scissor Lifts', ['scissor lifts is a kind of powered access']],
    ['Fire warden', 'Evacuation', ['fire warden is close to evacuation']],
    ['Quantum flux rescue', 'Quantum Flux', ['shares rare words: quantum, flux', 'missing: rescue']],
    ['Common flux', 'Common Flux', ['shares rare words: flux']],
    ['Common', 'Common Flux', ['shares words: common', 'the course adds: flux']],
    ['Fire safety', 'Fire Safety in Hospitals', ['shares rare words: fire safety', 'the course adds: hospitals']],
    ['Rigging, advanced', 'Rigging level 1', ['shares rare words: rigging', 'another level: advanced, not level 1']],
    ['Rigging 20h', 'Rigging 20 hours', ['shares rare words: rigging, 20 hour']],
    ['Rigging 20h', 'Rigging 40 hours', ['shares rare words: rigging', '20 hour is not 40 hour']],
    [
      'Rigging, cat. B',
      'Rigging, cat. A',
      ['shares rare words: rigging, cat', 'another kind: category b, not category a'],
    ],
    ['Forklfit', 'Fork Truck', ['forklfit (read as forklift) is fork truck']],
  ])('for %j and %j reads %j', (topic, course, lines) => {
    expect(evidence(topic, course)).toEqual(lines);
  });

  it('has at most twelve reasons of 600 characters', () => {
    expect(
      limitEvidence(Array.from({ length: 100 }, (_, index) => `${index} ${'x'.repeat(1_000)}`)).map(
        (reason) => reason.length,
      ),
    ).toEqual(Array(12).fill(600));
    expect(limitEvidence(['loto is lockout tagout'])).toEqual(['loto is lockout tagout']);
  });

  it('names the closest course if none is recommended', () => {
    expect(whyNone({ courseId: 'a', title: 'Ladders', score: 0.431, evidence: ['missing: rescue'] })).toEqual([
      'closest course "Ladders" is not close enough (43 %)',
      'missing: rescue',
    ]);
    expect(whyNone(undefined)).toEqual(['no published course is like the topic']);
  });
});
