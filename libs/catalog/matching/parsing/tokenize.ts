import { translator } from '../vocabulary/translator.js';
import { stopWords } from '../words/word-lists.js';
import { expandAbbreviation } from '../words/abbreviations.js';
import { splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';

/** A word of a name, before concepts are found. */
export interface Token {
  readonly at: number;
  readonly text: string;
  readonly original: string;
  readonly stem: string;
  readonly segment: number;
  readonly listItem: number;
  readonly correctedTo: string | null;
}

/** Corrects an unknown word of a name: returns the word that was meant, two words if a blank is missing, or null. */
export type SpellingCorrection = (word: string) => readonly string[] | null;

/** Limit of words of a name, without stop words. The longest title of a published library has 12. */
const MAX_WORDS = 40;

const NEGATIONS = new Set(['non', 'not', 'excluding', 'except', 'nicht', 'sin', 'sans', 'sem']);

/** The stems of the words that a text negates. */
export function negatedStems(text: string): string[] {
  const words = splitWords(text);
  return words.filter((_, index) => NEGATIONS.has(words[index - 1]?.text ?? '')).map(({ text: word }) => stem(word));
}

/** Splits a text into words without stop words, and without words that "non" negates: "for non-electrical workers". */
export function tokenize(text: string, spelling: SpellingCorrection | null): Token[] {
  const english = translator();
  const words = english.translate(splitWords(text));
  const meaningful = words.filter(
    ({ text: word }, index) =>
      !stopWords.has(word) && !NEGATIONS.has(word) && !NEGATIONS.has(words[index - 1]?.text ?? ''),
  );
  return meaningful
    .slice(0, MAX_WORDS)
    .flatMap(({ text: read, written, segment, listItem }) => {
      const whole = expandAbbreviation(read);
      const corrected = spelling?.(whole) ?? null;
      return (corrected?.flatMap((word) => english.translateWord(word)) ?? [whole]).map((word) => ({
        text: word,
        original: written,
        stem: stem(word),
        segment,
        listItem,
        correctedTo: corrected === null || corrected.length > 1 ? null : word,
      }));
    })
    .slice(0, MAX_WORDS)
    .map((token, at) => ({ at, ...token }));
}
