import { type Word, plain } from '../../words/split-words.js';
import { french } from './french.js';
import { german } from './german.js';
import type { Language } from './language.js';
import { portuguese } from './portuguese.js';
import { spanishSafety } from './spanish-safety.js';
import { spanish } from './spanish.js';

/** A word of two of them means what the earlier one says. */
export const languages: readonly Language[] = [spanishSafety, spanish, portuguese, french, german];

const english = new Map<string, readonly string[]>();
for (const [foreign, meant] of languages.flatMap(linesOf)) if (!english.has(foreign)) english.set(foreign, meant);
const longest = Math.max(...[...english.keys()].map((term) => term.split(' ').length));

/** The single foreign words, as they are spelt right. */
export const foreignWords: readonly string[] = [...english.keys()].filter((term) => !term.includes(' '));

/** A word as it was written, and what it is in English. */
export interface EnglishWord extends Word {
  readonly written: string;
}

/**
 * A row of words with those of other languages in English: the longest term first, a single word in its plural and its
 * feminine too.
 */
export function inEnglish(words: readonly Word[]): EnglishWord[] {
  const found: EnglishWord[] = [];
  for (let at = 0; at < words.length;) {
    const first = words[at];
    if (first === undefined) break;
    const { meant, length } = termAt(words, at) ?? { meant: wordInEnglish(first.text), length: 1 };
    const written = words
      .slice(at, at + length)
      .map(({ text }) => text)
      .join(' ');
    found.push(...meant.map((text) => ({ ...first, text, written })));
    at += length;
  }
  return found;
}

/** `cuchillos` → knife; most words stay as they are. */
export function wordInEnglish(word: string): readonly string[] {
  return (
    formsOf(word)
      .map((form) => english.get(form))
      .find((meant) => meant !== undefined) ?? [word]
  );
}

function termAt(words: readonly Word[], at: number): { meant: readonly string[]; length: number } | null {
  for (let length = Math.min(longest, words.length - at); length > 1; length--) {
    const meant = english.get(
      words
        .slice(at, at + length)
        .map(({ text }) => text)
        .join(' '),
    );
    if (meant !== undefined) return { meant, length };
  }
  return null;
}

export function linesOf({ name, words }: Language): Array<readonly [foreign: string, english: readonly string[]]> {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [meant = '', foreign = ''] = line.split(' = ');
      if (foreign === '') throw new Error(`A line of the language "${name}" has no "=": ${line}`);
      return foreign.split(', ').map((term) => [plain(term), meant.split(' ')] as const);
    });
}

/** `peligrosas` is also found as `peligrosa` and `peligroso`. */
function formsOf(word: string): string[] {
  const one = [
    word,
    ...(word.endsWith('s') ? [word.slice(0, -1)] : []),
    ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
  ].filter((form) => form.length > 2);
  return [...one, ...one.filter((form) => form.endsWith('a')).map((form) => `${form.slice(0, -1)}o`)];
}
