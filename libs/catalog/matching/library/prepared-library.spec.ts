import { describe, expect, it } from '@jest/globals';
import { toConcept } from '../vocabulary/concept.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { conceptKey } from './index-keys.js';
import { prepareLibrary } from './prepared-library.js';

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
  it('finds courses by name, core and code', () => {
    expect(library.withName('lift trucks')).toEqual([0]);
    expect(library.withName('reach truck')).toEqual([]);
    expect(library.withCore('reach truck')).toEqual([1]);
    expect(library.withCode('TLI0003')).toEqual([0]);
    expect(library.withName('')).toEqual([]);
  });

  it('finds courses by their concepts, narrower ones included, and their words', () => {
    expect(library.mentioning(conceptKey(0))).toEqual([0, 1]);
    expect(library.mentioning(conceptKey(1))).toEqual([1]);
    expect(library.mentioning('widget')).toEqual([2]);
  });

  it('computes rarity: the rarest keys are in at most one course', () => {
    expect(library.rarity('widget')).toBe(1);
    expect(library.rarity('nowhere')).toBe(1);
    expect(library.rarity(conceptKey(0))).toBeLessThan(1);
    expect(library.rarity(conceptKey(0))).toBeGreaterThan(0);
  });
});
