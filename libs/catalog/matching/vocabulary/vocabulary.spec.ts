import { describe, expect, it } from '@jest/globals';
import { stem } from '../words/stem.js';
import { toConcept } from './concept.js';
import { Vocabulary } from './vocabulary.js';

const concepts = [
  { name: 'vehicle' },
  { name: 'forklift', broader: ['vehicle'], aliases: ['fork lift truck', 'FLT'] },
  { name: 'reach truck', broader: ['forklift'] },
  { name: 'racking', related: ['forklift'] },
  { name: 'emergency planning', aliases: ['EAP'] },
  { name: 'employee assistance', aliases: ['EAP'] },
].map((entry) => toConcept(entry));
const vocabulary = new Vocabulary(concepts);
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
  ])('finds the concepts that a term names, written apart or together: %j', (text, found) => {
    expect(named(text)).toEqual(found);
  });

  it('finds the words of a term in any order', () => {
    expect(vocabulary.namedInAnyOrder(['truck', 'reach'].map(stem))).toEqual([idOf('reach truck')]);
    expect(vocabulary.namedInAnyOrder(['truck', 'lift'].map(stem))).toEqual([]);
  });

  it('counts the steps from a concept to its broader ones, and knows its related ones', () => {
    expect([...vocabulary.broader(idOf('reach truck'))]).toEqual([
      [idOf('forklift'), 1],
      [idOf('vehicle'), 2],
    ]);
    expect([...vocabulary.related(idOf('racking'))]).toEqual([idOf('forklift')]);
  });

  it('leaves out a concept together with the references to it', () => {
    const without = new Vocabulary(concepts, ({ name }) => name === 'forklift');
    expect(without.named([stem('flt')])).toEqual([]);
    expect(without.broader(without.concepts.findIndex(({ name }) => name === 'reach truck'))).toEqual(new Map());
  });

  it('rejects a reference to a concept that does not exist', () => {
    expect(() => new Vocabulary([toConcept({ name: 'reach truck', broader: ['forklfit'] })])).toThrow(
      'The concept "reach truck" refers to "forklfit", which is not in the vocabulary',
    );
  });
});
