import { stopWords } from '../words/word-lists.js';
import { levelAt } from '../words/levels.js';
import { MAX_WORD_LENGTH } from '../words/limits.js';
import { stem } from '../words/stem.js';
import type { KnownWords } from './known-words.js';
import type { SpellingCorrection } from './tokenize.js';

const MIN_HALF_LENGTH = 3;
const MIN_WHOLE_LENGTH = 8;
/**
 * Limit of unknown words of a name that are looked up. Each one needs a search, and no real name has as many mistakes.
 */
const MAX_LOOKUPS = 16;

/**
 * Returns a function that corrects the words of one name: an unknown word becomes the nearest known word, or the two
 * known words that it consists of.
 */
export function spellingCorrection(known: KnownWords): SpellingCorrection {
  let left = MAX_LOOKUPS;
  return (word) => {
    if (/\d/.test(word) || isKnown(word, known) || left === 0) return null;
    left--;
    const halves = splitIntoKnownWords(word, known);
    if (halves !== null) return halves;
    const nearest = known.nearest(word);
    return nearest === null ? null : [nearest];
  };
}

function isKnown(word: string, known: KnownWords): boolean {
  return known.has(word) || known.hasStem(stem(word)) || stopWords.has(word) || levelAt([word], 0) !== null;
}

function splitIntoKnownWords(word: string, known: KnownWords): [string, string] | null {
  if (word.length < MIN_WHOLE_LENGTH || word.length > MAX_WORD_LENGTH) return null;
  for (let at = MIN_HALF_LENGTH; at <= word.length - MIN_HALF_LENGTH; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if (known.has(one) && known.has(other)) return [one, other];
  }
  return null;
}
