import { describe, expect, it } from '@jest/globals';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { spellingOf } from './spelling.js';

const vocabulary = new Vocabulary([{ name: 'Trucks', source: 'test', kind: 'subject', terms: 'forklift = pallet truck, operator' }]);
const spelling = spellingOf(vocabulary, new Set(['widgets']));

describe('spelling', () => {
  it.each([
    ['forklft', ['forklift']], ['widgtes', ['widgets']], ['forkliftoperator', ['forklift', 'operator']], ['mandatry', ['mandatory']],
  ])('reads %j as %j', (word, meant) => {
    expect(spelling(word)).toEqual(meant);
  });

  it.each(['forklift', 'forklifts', 'widget', 'for', 'level', 'refresher', '70e', 'quantum'])('leaves %j, which it knows or cannot know', (word) => {
    expect(spelling(word)).toBeNull();
  });
});
