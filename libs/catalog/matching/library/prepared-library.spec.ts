import { describe, expect, it } from '@jest/globals';
import { toConcept } from '../vocabulary/concept.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { conceptKey, prepareLibrary } from './prepared-library.js';

const vocabulary = new Vocabulary([
  toConcept({ name: 'forklift' }),
  toConcept({ name: 'reach truck', broader: ['forklift'] }),
]);
const library = await prepareLibrary(
  [
    { id: 'a', title: 'Forklift (TLI-0003)', topics: ['Lift Trucks'] },
    { id: 'b', title: 'Reach Truck Refresher', topics: [] },
    { id: 'c', title: 'Widgets', topics: [] },
  ],
  vocabulary,
);

describe('a prepared library', () => {
  it('finds courses by their whole name, by what is left of it, and by code', () => {
    expect(library.called('lift trucks')).toEqual([0]);
    expect(library.called('reach truck')).toEqual([]);
    expect(library.calledAtCore('reach truck')).toEqual([1]);
    expect(library.withCode('TLI0003')).toEqual([0]);
    expect(library.called('')).toEqual([]);
  });

  it('finds courses by the concepts they speak of, narrower ones included, and by their words', () => {
    expect(library.speakingOf(conceptKey(0))).toEqual([0, 1]);
    expect(library.speakingOf(conceptKey(1))).toEqual([1]);
    expect(library.speakingOf('widget')).toEqual([2]);
  });

  it('knows how rare a thing is: at most one course has what is rarest', () => {
    expect(library.rarity('widget')).toBe(1);
    expect(library.rarity('nowhere')).toBe(1);
    expect(library.rarity(conceptKey(0))).toBeLessThan(1);
    expect(library.rarity(conceptKey(0))).toBeGreaterThan(0);
  });
});
