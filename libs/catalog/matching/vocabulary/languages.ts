import { MIB, OBJECT_BYTES, bytesOfText } from '../bytes.js';
import { BoundedMemo } from '../words/bounded-memo.js';
import { splitWords } from '../words/split-words.js';
import { type Dictionary, readDictionaries } from './data-files.js';
import { singularFormsOf } from './translator.js';

const MEMO_BYTES = 2 * MIB;

/** Tells the language of a name by the terms of the dictionaries. */
export class Languages {
  /** By term: the languages that have it. Terms of one language share the array. */
  private readonly byTerm = new Map<string, readonly string[]>();
  private readonly byText = new BoundedMemo<readonly string[]>(
    MEMO_BYTES,
    (text) => this.find(text),
    (found) => OBJECT_BYTES + found.reduce((sum, language) => sum + bytesOfText(language), 0),
  );
  private longest = 1;

  constructor(dictionaries: readonly Dictionary[]) {
    for (const { language, entries } of dictionaries) {
      if (language === undefined) continue;
      const only = [language];
      for (const term of entries.flatMap(({ words }) => words)) this.add(wordsOf(term), only);
    }
  }

  /**
   * Returns the languages that have most words of a text, as ISO 639-1 codes. None: the text is English, or consists of
   * words that no dictionary has.
   */
  of(text: string): readonly string[] {
    return this.byText.get(text);
  }

  private find(text: string): readonly string[] {
    const words = wordsOf(text);
    const counts = new Map<string, number>();
    for (let at = 0; at < words.length;) {
      const found = this.termAt(words, at);
      for (const language of found?.languages ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
      at += found?.length ?? 1;
    }
    const most = Math.max(0, ...counts.values());
    return [...counts].filter(([, count]) => count === most).map(([language]) => language);
  }

  private termAt(words: readonly string[], at: number): { languages: readonly string[]; length: number } | null {
    for (let length = Math.min(this.longest, words.length - at); length > 0; length--) {
      const term = words.slice(at, at + length).join(' ');
      const known = (length === 1 ? singularFormsOf(term) : [term]).find((form) => this.byTerm.has(form));
      if (known !== undefined) return { languages: this.byTerm.get(known) ?? [], length };
    }
    return null;
  }

  private add(words: readonly string[], only: readonly string[]): void {
    const term = words.join(' ');
    const known = this.byTerm.get(term);
    this.longest = Math.max(this.longest, words.length);
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
