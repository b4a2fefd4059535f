import { stopWords } from '../words/credential-words.js';
import { levelAt } from '../words/levels.js';
import { LONGEST_WORD } from '../words/longest.js';
import { stem } from '../words/stem.js';
import type { KnownWords } from './known-words.js';
import type { Spelling } from './tokens.js';

const SHORTEST_HALF = 3;
const SHORTEST_WHOLE = 8;
/** Unknown words of a name that are looked up. Each takes a search, and no name has as many slips. */
const MOST_LOOKED_UP = 16;

/** Corrects the words of one name: an unknown word becomes the one that was meant, or the two that lack a blank. */
export function spellingOf(known: KnownWords): Spelling {
  let left = MOST_LOOKED_UP;
  return (word) => {
    if (/\d/.test(word) || isKnown(word, known) || left === 0) return null;
    left--;
    const halves = apart(word, known);
    if (halves !== null) return halves;
    const nearest = known.nearest(word);
    return nearest === null ? null : [nearest];
  };
}

function isKnown(word: string, known: KnownWords): boolean {
  return known.has(word) || known.hasStem(stem(word)) || stopWords.has(word) || levelAt([word], 0) !== null;
}

function apart(word: string, known: KnownWords): [string, string] | null {
  if (word.length < SHORTEST_WHOLE || word.length > LONGEST_WORD) return null;
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if (known.has(one) && known.has(other)) return [one, other];
  }
  return null;
}
