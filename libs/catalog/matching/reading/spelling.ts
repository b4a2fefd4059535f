import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { foreignWords } from '../vocabulary/languages/in-english.js';
import { credentialWords, stopWords } from '../words/credential-words.js';
import { levelAt } from '../words/levels.js';
import { NearWords } from '../words/near-words.js';
import { stem } from '../words/stem.js';
import type { Spelling } from './tokens.js';

const SHORTEST_HALF = 3;
const SHORTEST_WHOLE = 8;

/** Knows the words of the vocabulary and of a library; for any other it finds the one that was meant, or the two between which the blank is missing. */
export function spellingOf(vocabulary: Vocabulary, library: ReadonlySet<string>): Spelling {
  const known = new Set([...vocabulary.words, ...library, ...credentialWords, ...foreignWords].filter((word) => !/\d/.test(word)));
  const stems = new Set([...known].map(stem));
  const near = new NearWords(known);
  const isKnown = (word: string): boolean => known.has(word) || stems.has(stem(word)) || stopWords.has(word) || levelAt([word], 0) !== null;
  return (word) => {
    if (/\d/.test(word) || isKnown(word)) return null;
    const halves = apart(word, known);
    if (halves !== null) return halves;
    const nearest = near.nearest(word);
    return nearest === null ? null : [nearest];
  };
}

function apart(word: string, known: ReadonlySet<string>): [string, string] | null {
  if (word.length < SHORTEST_WHOLE) return null;
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if (known.has(one) && known.has(other)) return [one, other];
  }
  return null;
}
