import { describe, expect, it } from '@jest/globals';
import { TopicPipeline } from '../topic-pipeline.js';
import { domainVocabulary } from '../vocabulary/domain-vocabulary.js';

const titles = [
  'Bridge Crane Operation',
  'Q Fever',
  'AOI - Confined Space Entry (CSE-114)',
  'Machine Guarding',
  'Bloodborne Pathogens',
  'Food Hygiene Level 2',
  'Food Hygiene Level 3',
  'Asbestos Awareness',
  'Licence to operate a non-slewing mobile crane',
  'Gabelstapler-Fahrerlaubnis (DGUV G 308-001)',
  'Bus Driving',
  'Lockout Tagout',
  'Fire Safety in Hospitals',
];
const library = await TopicPipeline.prepare(
  titles.map((title) => ({ id: title, title, topics: [] })),
  domainVocabulary(),
);
const recommended = (topic: string): string | null => library.match(topic, null).recommended?.title ?? null;

describe('a topic with more than its subject', () => {
  it.each([
    ['Puente grua nave 3', 'Bridge Crane Operation'],
    ['Q fever - sheep handlers', 'Q Fever'],
    ['Confined space entry – Reactor 4, north yard', 'AOI - Confined Space Entry (CSE-114)'],
    ['Q fever bus 304', 'Q Fever'],
    ['Staplerschein – Halle 2', 'Gabelstapler-Fahrerlaubnis (DGUV G 308-001)'],
  ])('gets the course on its subject, whatever site or person it names: %s', (topic, title) => {
    expect(recommended(topic)).toBe(title);
  });

  it.each([
    ['Needlestick, ward 4', 'Bloodborne Pathogens'],
    ['Needlestick reported', 'Bloodborne Pathogens'],
    ['Needlestick in the hospital', 'Bloodborne Pathogens'],
    ['Finger trapped in mixer', 'Machine Guarding'],
    ['Dedo atrapado en la mezcladora', 'Machine Guarding'],
  ])('gets the course that prevents what happened: %s', (topic, title) => {
    expect(recommended(topic)).toBe(title);
    expect(library.match(topic, null).recommended?.evidence.join()).toMatch(/is trained against by: /);
  });

  it.each([
    'Food hygiene level 4',
    'Asbestos supervisor',
    'Slewing mobile crane licence',
    'Confined space rescue',
    'Gabelstaplerausbilder',
  ])('gets none if its level, role or action is another one: %s', (topic) => {
    expect(recommended(topic)).toBeNull();
  });

  it('gets the sibling of its level', () => {
    expect(recommended('Food hygiene L3')).toBe('Food Hygiene Level 3');
  });
});
