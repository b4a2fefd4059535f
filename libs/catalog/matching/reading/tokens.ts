import { translator } from '../vocabulary/translator.js';
import { stopWords } from '../words/credential-words.js';
import { writtenOut } from '../words/shorthand.js';
import { splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';

/** A word that may tell something, on its way to being understood. */
export interface Token {
  readonly at: number;
  readonly text: string;
  readonly written: string;
  readonly stem: string;
  readonly part: number;
  readonly item: number;
  readonly respelt: string | null;
}

/**
 * Answers for a word of one name that nobody knows: the words it was meant to be (two where a blank is missing), or
 * null.
 */
export type Spelling = (word: string) => readonly string[] | null;

/** The most words of a name that are read, without stop words. The longest title of a published library has 12. */
const MOST_WORDS = 40;

const NOT = new Set(['non', 'not', 'excluding', 'except']);

/** The words of a text without stop words, and without those that "non" takes back: "for non-electrical workers". */
export function tokensOf(text: string, spelling: Spelling | null): Token[] {
  const english = translator();
  const words = english.translate(splitWords(text));
  const telling = words.filter(
    ({ text: word }, index) => !stopWords.has(word) && !NOT.has(word) && !NOT.has(words[index - 1]?.text ?? ''),
  );
  return telling
    .slice(0, MOST_WORDS)
    .flatMap(({ text: read, written, part, item }) => {
      const whole = writtenOut(read);
      const meant = spelling?.(whole) ?? null;
      return (meant?.flatMap((word) => english.translateWord(word)) ?? [whole]).map((word) => ({
        text: word,
        written,
        stem: stem(word),
        part,
        item,
        respelt: meant === null || meant.length > 1 ? null : word,
      }));
    })
    .slice(0, MOST_WORDS)
    .map((token, at) => ({ at, ...token }));
}
