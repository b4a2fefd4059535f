import { type Word, normalizeText } from '../words/split-words.js';
import { type Dictionary, readDictionaries } from './data-files.js';

/** A word in English, and the words that it translates. */
export interface EnglishWord extends Word {
  readonly written: string;
}

/** Translates words by looking up whole terms: the longest term first, a single word also by its singular forms. */
export class Translator {
  private readonly english = new Map<string, readonly string[]>();
  private readonly longest: number;
  /** The single words of all dictionaries, correctly spelt. */
  readonly words: readonly string[];

  /** @param dictionaries if two translate a word, the earlier one wins */
  constructor(dictionaries: readonly Dictionary[]) {
    for (const { entries } of dictionaries)
      for (const { english, words } of entries)
        for (const term of words.map(normalizeText))
          if (!this.english.has(term)) this.english.set(term, english.split(' '));
    const terms = [...this.english.keys()];
    this.longest = Math.max(0, ...terms.map((term) => term.split(' ').length));
    this.words = terms.filter((term) => !term.includes(' '));
  }

  /** Replaces the words of other languages with English ones. Words that no dictionary has stay as they are. */
  translate(words: readonly Word[]): EnglishWord[] {
    const translated: EnglishWord[] = [];
    for (let at = 0; at < words.length;) {
      const first = words[at];
      if (first === undefined) break;
      const { english, length } = this.termAt(words, at) ?? { english: this.translateWord(first.text), length: 1 };
      const written = joined(words, at, length);
      translated.push(...english.map((text) => ({ ...first, text, written })));
      at += length;
    }
    return translated;
  }

  /** `cuchillos` → knife. Most words stay as they are. */
  translateWord(word: string): readonly string[] {
    return (
      singularFormsOf(word)
        .map((form) => this.english.get(form))
        .find((english) => english !== undefined) ?? [word]
    );
  }

  private termAt(words: readonly Word[], at: number): { english: readonly string[]; length: number } | null {
    for (let length = Math.min(this.longest, words.length - at); length > 1; length--) {
      const english = this.english.get(joined(words, at, length));
      if (english !== undefined) return { english, length };
    }
    return null;
  }
}

let shared: Translator | null = null;

/** The translator of the data files. They are read at the first call. */
export function translator(): Translator {
  return (shared ??= new Translator(readDictionaries()));
}

function joined(words: readonly Word[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');
}

/** `peligrosas` is also looked up as `peligrosa` and `peligroso`. */
function singularFormsOf(word: string): string[] {
  const forms = [
    word,
    ...(word.endsWith('s') ? [word.slice(0, -1)] : []),
    ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
  ].filter((form) => form.length > 2);
  return [...forms, ...forms.filter((form) => form.endsWith('a')).map((form) => `${form.slice(0, -1)}o`)];
}
