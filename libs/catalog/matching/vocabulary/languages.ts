import { splitWords } from '../words/split-words.js';
import { type Dictionary, readDictionaries } from './data-files.js';
import { singularFormsOf } from './translator.js';

const NONE: readonly string[] = [];

/** Tells the language of a name by the terms of the dictionaries. */
export class Languages {
  /** By term: the languages that have it. Terms of one language share the array. */
  private readonly byTerm = new Map<string, readonly string[]>();
  /** By first word: the number of words of the longest term. */
  private readonly longest = new Map<string, number>();

  constructor(dictionaries: readonly Dictionary[]) {
    for (const { language, entries } of dictionaries) {
      if (language === undefined) continue;
      const only = [language];
      for (const term of entries.flatMap(({ words }) => words)) this.add(wordsOf(term), only);
    }
  }

  /**
   * Returns the languages that have most of the normalised words of a text, as ISO 639-1 codes. None: the text is
   * English, or consists of words that no dictionary has. Texts of one language share the array.
   */
  of(words: readonly string[]): readonly string[] {
    const counts = new Map<string, number>();
    let only = NONE;
    for (let at = 0; at < words.length;) {
      const found = this.termAt(words, at);
      if (found?.languages.length === 1) only = found.languages;
      for (const language of found?.languages ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
      at += found?.length ?? 1;
    }
    if (counts.size === 0) return NONE;
    const most = Math.max(...counts.values());
    const found = [...counts].filter(([, count]) => count === most).map(([language]) => language);
    return found.length === 1 && found[0] === only[0] ? only : found;
  }

  private termAt(words: readonly string[], at: number): { languages: readonly string[]; length: number } | null {
    const first = words[at] ?? '';
    for (let length = Math.min(this.longest.get(first) ?? 1, words.length - at); length > 1; length--) {
      const found = this.byTerm.get(words.slice(at, at + length).join(' '));
      if (found !== undefined) return { languages: found, length };
    }
    const known = singularFormsOf(first).find((form) => this.byTerm.has(form));
    return known === undefined ? null : { languages: this.byTerm.get(known) ?? NONE, length: 1 };
  }

  private add(words: readonly string[], only: readonly string[]): void {
    const term = words.join(' ');
    const known = this.byTerm.get(term);
    const [first = ''] = words;
    this.longest.set(first, Math.max(this.longest.get(first) ?? 1, words.length));
    if (known === undefined) this.byTerm.set(term, only);
    else if (!known.some((language) => only.includes(language))) this.byTerm.set(term, [...known, ...only]);
  }
}

const wordsOf = (text: string): string[] => splitWords(text).map(({ text: word }) => word);

let shared: Languages | null = null;

/** The languages of the data files. They are read at the first call. */
export function languages(): Languages {
  return (shared ??= new Languages(readDictionaries()));
}
