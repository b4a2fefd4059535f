import { describe, expect, it } from '@jest/globals';
import { stem } from '../words/stem.js';
import { Vocabulary } from './vocabulary.js';

const trucks = {
  name: 'Trucks',
  source: 'test',
  kind: 'subject',
  terms: `
    vehicle
    forklift < vehicle = fork lift truck, FLT
    reach truck < forklift
    racking ~ forklift
    emergency planning = EAP
    employee assistance = EAP
  `,
} as const;
const vocabulary = new Vocabulary([trucks]);
const named = (text: string): string[] =>
  vocabulary.named(text.split(' ').map(stem)).map((id) => vocabulary.concept(id).name);
const idOf = (name: string): number => vocabulary.concepts.findIndex((concept) => concept.name === name);

describe('a vocabulary', () => {
  it.each([
    ['flt', ['forklift']],
    ['fork lift truck', ['forklift']],
    ['forklift truck', ['forklift']],
    ['reach trucks', ['reach truck']],
    ['truck', []],
    ['eap', ['emergency planning', 'employee assistance']],
  ])('finds the concepts that a term names, written apart or together: %j', (text, concepts) => {
    expect(named(text)).toEqual(concepts);
  });

  it('finds the words of a term in any order', () => {
    expect(vocabulary.namedInAnyOrder(['truck', 'reach'].map(stem))).toEqual([idOf('reach truck')]);
    expect(vocabulary.namedInAnyOrder(['truck', 'lift'].map(stem))).toEqual([]);
  });

  it('knows what a concept is a kind of, step by step, and what it is close to', () => {
    expect([...vocabulary.broader(idOf('reach truck'))]).toEqual([
      [idOf('forklift'), 1],
      [idOf('vehicle'), 2],
    ]);
    expect([...vocabulary.near(idOf('racking'))]).toEqual([idOf('forklift')]);
  });

  it('does without a concept that is left out, and without what leads to it', () => {
    const without = new Vocabulary([trucks], ({ name }) => name === 'forklift');
    expect(without.named([stem('flt')])).toEqual([]);
    expect(without.broader(without.concepts.findIndex(({ name }) => name === 'reach truck'))).toEqual(new Map());
  });

  it('refuses a concept that speaks of one which no family has', () => {
    expect(() => new Vocabulary([{ ...trucks, terms: 'reach truck < forklfit' }])).toThrow(
      '"reach truck" speaks of "forklfit", which no family has',
    );
  });
});
