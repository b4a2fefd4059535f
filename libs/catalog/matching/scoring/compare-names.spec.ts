import { describe, expect, it } from '@jest/globals';
import { parseName } from '../parsing/parse-name.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';
import { type Comparison, compare } from './compare-names.js';

const vocabulary = domainVocabulary();
const compared = (topic: string, course: string): Comparison =>
  compare(parseName(topic, vocabulary), parseName(course, vocabulary), {
    vocabulary,
    defaultSetting: null,
    rarity: () => 1,
    isMentioned: (key) => key !== 'xylo',
  });
const score = (topic: string, course: string): number => compared(topic, course).score;

describe('a comparison', () => {
  it('is full for an alias', () => {
    expect(score('WAH', 'Fall Protection')).toBeGreaterThan(0.95);
    expect(score('Prevención de incendios', 'Fire Safety')).toBeGreaterThan(0.95);
  });

  it.each([
    ['Forklift trainer', 'Forklift operator', 'Forklift instructor'],
    ['Scaffold rescue', 'Scaffolding', 'Rescue from a Scaffold'],
    ['Fire safety for hospitals', 'Fire Safety', 'Fire Safety in Healthcare Facilities'],
    ['Fire safety', 'Fire Safety in the Laboratory', 'Fire Safety in Industry'],
    ['Stress management', 'Heat Stress', 'Workplace Stress'],
    ['Quantum flux', 'Quantum Foam', 'The Quantum Flux'],
    ['Boom lift over 11m', 'Boom lift under 11m', 'Boom lift over 11m'],
    ['Waste category B', 'Waste Category A', 'Waste Category B'],
    ['Depot induction Xylo', 'Depot induction Zemu', 'Depot induction'],
    ['Rigging - advanced', 'Basic Rigging', 'Advanced Rigging'],
    ['Mental health', 'Mental Health of Beekeepers', 'Well-being and Mental Health'],
    ['Permit issuer', 'Permit to Work User', 'Permit to Work Issuer'],
    ['Mobile crane', 'Crane Operator: Gantry', 'Crane Operator: Mobile'],
    ['Manual handling', 'Display Screen Equipment', 'Lifting Techniques'],
    ['Light curtain muted', 'Lockout Tagout', 'Machine Guarding'],
  ])('of %j scores less with %j than with %j', (topic, other, same) => {
    expect(score(topic, other)).toBeLessThan(score(topic, same));
  });

  it('lists missing units, added units and opposites', () => {
    const { missing, added, matches } = compared('Forklift trainer', 'Forklift Safety in Hospitals');
    expect(missing.map(({ text }) => text)).toEqual(['trainer']);
    expect(added.map(({ text }) => text)).toEqual(['hospitals']);
    expect(matches.map(({ topic, course }) => [topic.text, course.text])).toEqual([['forklift', 'forklift safety']]);
    expect(compared('Boom lift over 11m', 'Boom lift under 11m').opposites?.map(({ text }) => text)).toEqual([
      'over',
      'under',
    ]);
    expect(compared('Induction Xylo', 'Zemu Induction').opposites?.map(({ text }) => text)).toEqual(['xylo', 'zemu']);
    expect(compared('Rigging level 2', 'Rigging level 3').levelsDiffer).toBe(true);
  });

  it('finds a concept whose words are apart in the course', () => {
    expect(score('Hand safety', 'Safety of the Wrist and Hand')).toBeGreaterThan(0.5);
  });

  it('finds a term whose words are apart in the course, if a term of the course is only close to it', () => {
    expect(score('Mobile crane', 'Crane Operator: Mobile')).toBeGreaterThan(0.6);
    expect(score('Tower crane', 'Crane Operator: Mobile')).toBeLessThan(0.5);
  });

  it('scores words higher if they belong to one term of the course', () => {
    expect(score('Passenger bus', 'Bus Passenger Assistance')).toBeGreaterThan(0.6);
    expect(score('Passenger', 'Bus Passenger Assistance')).toBeLessThan(0.55);
  });

  it('penalises a missing unknown word less than a missing word of the vocabulary', () => {
    expect(score('Xylo forklift', 'Forklift')).toBeGreaterThan(score('Forklift maintenance', 'Forklift') + 0.05);
    expect(score('Forklift A40', 'Forklift')).toBeGreaterThan(0.7);
  });

  it('gives hardly any weight to words about the course of events', () => {
    expect(score('Forklift found late', 'Forklift')).toBeGreaterThan(0.75);
  });

  it('explains a narrower course only by its size', () => {
    const course = 'A58 Excavator 360 Below 10 Tonnes';
    expect(compared('360 excavator <10t', course).isExplained).toBe(true);
    expect(compared('360 excavator', course).isExplained).toBe(false);
  });

  it('answers most of a topic only without another setting, and without another aspect of what both have', () => {
    expect(compared('Electrical safety', 'Electrical Safety in the Laboratory').answersMost).toBe(false);
    expect(compared('Forklift ammonia', 'Forklift Zorbing').answersMost).toBe(false);
    expect(compared('Forklift ammonia', 'Forklift Asbestos').answersMost).toBe(false);
    expect(compared('Forklift ammonia', 'Forklift, Zorbing').answersMost).toBe(true);
  });

  it('implies words of a shared concept, but never a role', () => {
    expect(score('PRCS entry', 'Permit-Required Confined Spaces')).toBeGreaterThan(0.8);
    expect(score('PRCS attendant', 'Permit-Required Confined Spaces')).toBeLessThan(0.6);
  });

  it('is 0 for an empty topic', () => {
    expect(score('', 'Forklift')).toBe(0);
    expect(score('Forklift', '')).toBe(0);
  });
});
