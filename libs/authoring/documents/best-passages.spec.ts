import { describe, expect, it } from '@jest/globals';
import { BestPassages } from './best-passages.js';

const TEXTS = [
  ['forklift', 'speed', 'hall', 'limit'],
  ['ladder', 'inspect'],
];

function bestOf(passages: ReadonlyArray<[id: string, words: string, title?: string]>, limit: number, minShare = 0) {
  const best = new BestPassages(TEXTS, { limit, minShare });
  for (const [id, words, title = ''] of passages)
    best.add({ id, words: words.split(' '), titleWords: title === '' ? [] : title.split(' ') });
  return best.best().map(({ text, id, share }) => [text, id, share]);
}

describe('the passages with most of the words of a text', () => {
  it('are found for each text, with those that have as many as the last', () => {
    const passages: Array<[string, string]> = [
      ['a', 'speed tyre'],
      ['b', 'forklift speed ladder'],
      ['c', 'hall limit'],
    ];
    expect(bestOf(passages, 1)).toEqual([
      [0, 'b', 0.5],
      [0, 'c', 0.5],
      [1, 'b', 0.5],
    ]);
    expect(bestOf(passages, 3).map(([, id]) => id)).toEqual(['b', 'c', 'a', 'b']);
  });

  it('have words of the title, too, each once, and at least one of their own', () => {
    expect(
      bestOf(
        [
          ['own', 'speed forklift', 'forklift limit'],
          ['title only', 'tyre', 'forklift speed hall limit'],
        ],
        5,
      ),
    ).toEqual([[0, 'own', 0.75]]);
  });

  it('have the least share of the words', () => {
    expect(
      bestOf(
        [
          ['a', 'speed'],
          ['b', 'ladder'],
        ],
        5,
        0.5,
      ),
    ).toEqual([[1, 'b', 0.5]]);
  });

  it('are few, however many have the same share', () => {
    const equal = Array.from({ length: 1_000 }, (_, index): [string, string] => [String(index), 'ladder inspect']);
    expect(bestOf(equal, 2)).toHaveLength(52);
  });
});
