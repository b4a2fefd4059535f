import { describe, expect, it } from '@jest/globals';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { subjectsOf, topicIdentity } from './topic-identity.js';

describe('the identity of a topic', () => {
  it.each([
    ['Forklift Operation', 'forklift licence'],
    ['Working at Heights', 'WAH refresher 2026'],
    ['First Aid', 'HLTAID011 Provide First Aid'],
    ['Drone Operation', 'RePL'],
    ['Widget Polishing', 'Polishing_Widgets certificate'],
    ['Safety', 'SAFETY'],
    ['Vehicles 396.19', '49 CFR 396.19(b) vehicles'],
  ])('is equal for %s and %s', (one, other) => {
    expect(topicIdentity(one)).toBe(topicIdentity(other));
  });

  it.each([
    ['Forklift Operation', 'Forklift trainer'],
    ['Manual Handling', 'Manual Handling trainer'],
    ['First Aid', 'First Aid Level 2'],
    ['Confined Space Entry', 'Confined space attendant'],
    ['Crane', 'Overhead crane operation'],
    ['Widget Polishing', 'Widget Painting'],
    ['Safety', 'Driver licence'],
    ['HAZWOPER 24 hr', 'HAZWOPER 40 hr'],
    ['Zorb part 1', 'Zorb pt 2'],
    ['CACES R486 A', 'CACES R486 B'],
    ['Zorb licence class C', 'Zorb licence class CE'],
    ['CDL', 'CDL class A'],
    ['Zorb category E operator', 'Zorb category operator'],
    ['Programming in C#', 'Programming in C++'],
    ['Zorb > 20 t', 'Zorb < 20 t'],
    ['Non-slewing zorb', 'Zorb'],
    ['UN 1993 spill', 'UN 1999 spill'],
    ['DIN EN 1992', 'DIN EN 1993'],
  ])('differs for %s and %s', (one, other) => {
    expect(topicIdentity(one)).not.toBe(topicIdentity(other));
  });

  it('does not change when the vocabulary gets other concepts', () => {
    expect(topicIdentity('Zorb LOTO training')).toBe('#lockout tagout + zorb');
  });
});

it('the subjects of a text exclude roles and settings', () => {
  expect(subjectsOf('LOTO and CPR for supervisors in hospitals', domainVocabulary())).toEqual([
    'lockout tagout',
    'CPR',
  ]);
});
