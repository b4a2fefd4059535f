import { translator } from '../vocabulary/translator.js';
import { stopWords } from '../words/word-lists.js';
import { expandAbbreviation } from '../words/abbreviations.js';
import { type Word, splitWords } from '../words/split-words.js';
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
  /** What a word says of its neighbour. Both stand only for a term that has both: "non-destructive testing". */
  readonly negation: 'negates the next' | 'is negated' | null;
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

/** Splits a text into words without stop words. */
export function tokenize(text: string, spelling: SpellingCorrection | null): Token[] {
  const english = translator();
  const words = english.translate(splitWords(text));
  const meaningful = words
    .map((word, index) => ({ ...word, negation: negationOf(word, words[index - 1]) }))
    .filter(({ text: word }) => !stopWords.has(word));
  return meaningful
    .slice(0, MAX_WORDS)
    .flatMap(({ text: read, written, segment, listItem, negation }) => {
      const whole = expandAbbreviation(read);
      const corrected = negation === 'negates the next' ? null : (spelling?.(whole) ?? null);
      return (corrected?.flatMap((word) => english.translateWord(word)) ?? [whole]).map((word) => ({
        text: word,
        original: written,
        stem: stem(word),
        segment,
        listItem,
        correctedTo: corrected === null || corrected.length > 1 ? null : word,
        negation,
      }));
    })
    .slice(0, MAX_WORDS)
    .map((token, at) => ({ at, ...token }));
}

function negationOf(word: Word, before: Word | undefined): Token['negation'] {
  if (NEGATIONS.has(word.text)) return 'negates the next';
  return before !== undefined && NEGATIONS.has(before.text) ? 'is negated' : null;
}
