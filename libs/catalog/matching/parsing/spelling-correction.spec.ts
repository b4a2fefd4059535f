import { describe, expect, it } from '@jest/globals';
import { toConcept } from '../vocabulary/concept.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { KnownWords, knownWordsOf } from './known-words.js';
import { spellingCorrection } from './spelling-correction.js';

const vocabulary = new Vocabulary([toConcept({ name: 'forklift', aliases: ['pallet truck', 'operator'] })]);
const spelling = (word: string): readonly string[] | null =>
  spellingCorrection(new KnownWords(['widgets'], knownWordsOf(vocabulary)))(word);

describe('spelling correction', () => {
  it.each([
    ['forklft', ['forklift']],
    ['widgtes', ['widgets']],
    ['forkliftoperator', ['forklift', 'operator']],
    ['mandatry', ['mandatory']],
  ])('corrects %j to %j', (word, meant) => {
    expect(spelling(word)).toEqual(meant);
  });

  it('looks up a limited number of unknown words of a name', () => {
    const spell = spellingCorrection(new KnownWords(['widgets'], knownWordsOf(vocabulary)));
    const meant = Array.from({ length: 20 }, () => spell('forklft'));
    expect(meant.filter((words) => words !== null)).toHaveLength(16);
    expect(meant.at(-1)).toBeNull();
  });

  it.each(['forklift', 'forklifts', 'widget', 'for', 'level', 'refresher', '70e', 'quantum'])(
    'leaves %j, which it knows or cannot know',
    (word) => {
      expect(spelling(word)).toBeNull();
    },
  );
});
