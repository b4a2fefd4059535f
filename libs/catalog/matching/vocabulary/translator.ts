import { joinDurations } from '../words/durations.js';
import { type Word, splitWords } from '../words/split-words.js';
import { MIB, OBJECT_BYTES, bytesOfText } from '../bytes.js';
import { BoundedMemo } from '../words/bounded-memo.js';
import { splitCompound } from './compounds.js';
import { type Dictionary, readDictionaries } from './data-files.js';

/** Endings of inflected German words. */
const INFLECTION = /(?:innen|ern|en|er|es|e|n|s)$/;
const MEMO_BYTES = 2 * MIB;

/** A word in English, and the words that it translates. */
export interface EnglishWord extends Word {
  readonly written: string;
}

/** Translates words by looking up whole terms: the longest term first, a single word also by its singular forms. */
export class Translator {
  private readonly english = new Map<string, readonly string[]>();
  /** The words of languages that write compounds as one word. */
  private readonly inCompounds = new Map<string, readonly string[]>();
  /** Those that are words of English too: "Brand" is a fire, but only in "Brandschutz". */
  private readonly onlyInCompounds = new Set<string>();
  private readonly compounds: BoundedMemo<readonly string[]>;
  /** By first word: the number of words of the longest term. */
  private readonly longest = new Map<string, number>();
  /** The single words of all dictionaries, correctly spelt. */
  readonly words: readonly string[];

  /** @param dictionaries if two translate a word, the earlier one wins */
  constructor(dictionaries: readonly Dictionary[]) {
    for (const { entries, compounds = false } of dictionaries)
      for (const { english, words } of entries) {
        const translation = splitWords(english).map(({ text }) => text);
        for (const word of words) {
          const term = joined(splitWords(joinDurations(word)));
          const part = word.endsWith('-') ? term : null;
          if (part === null) addOnce(this.english, term, translation);
          // People leave out the stroke of a letter that has no accent to remove: "wozek widlowy".
          if (term.includes('ł')) addOnce(this.english, term.replaceAll('ł', 'l'), translation);
          // "NR 35" is also written "NR35".
          if (/^[a-z]{1,4} \d{1,2}(?: |$)/.test(term)) addOnce(this.english, term.replace(' ', ''), translation);
          if (compounds) addOnce(this.inCompounds, part ?? term, translation);
          if (part !== null) this.onlyInCompounds.add(part);
        }
      }
    this.compounds = new BoundedMemo(MEMO_BYTES, (word) => this.translateCompound(word) ?? [word], bytesOfWords);
    const terms = [...this.english.keys()];
    for (const term of terms) {
      const [first = '', ...others] = term.split(' ');
      this.longest.set(first, Math.max(this.longest.get(first) ?? 1, others.length + 1));
    }
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

  /** Whether a dictionary has the word as it is written. */
  translates(word: string): boolean {
    return this.english.has(word);
  }

  /** `cuchillos` → knife. Most words stay as they are. */
  translateWord(word: string): readonly string[] {
    const simple = singularFormsOf(word)
      .map((form) => this.english.get(form))
      .find((english) => english !== undefined);
    if (simple !== undefined || this.inCompounds.size === 0) return simple ?? [word];
    return this.compounds.get(word);
  }

  /** `Gefahrstoffunterweisung` → hazardous substances training; `Lasersicherheit` → laser safety. */
  private translateCompound(word: string): readonly string[] | null {
    for (const form of transcriptionsOf(word)) {
      const known = this.partOf(form, true);
      if (known !== undefined) return known;
      const parts = splitCompound(form, (part) => this.inCompounds.has(part));
      if (parts !== null) return parts.flatMap((part) => this.partOf(part) ?? [part]);
      const ending = INFLECTION.exec(form)?.[0] ?? '';
      const inflected =
        ending === '' ? null : splitCompound(form.slice(0, -ending.length), (part) => this.inCompounds.has(part));
      if (inflected !== null) return inflected.flatMap((part) => this.partOf(part) ?? [part]);
    }
    return null;
  }

  /** @param isWhole the word is no part of a compound */
  private partOf(word: string, isWhole = false): readonly string[] | undefined {
    for (const ending of ['', 'n', 'e', 'en', 'er', 's', 'es', 'ern', 'innen']) {
      if (!word.endsWith(ending)) continue;
      const part = word.slice(0, word.length - ending.length);
      const english = isWhole && this.onlyInCompounds.has(part) ? undefined : this.inCompounds.get(part);
      if (english !== undefined) return english;
    }
    return undefined;
  }

  private termAt(words: readonly Word[], at: number): { english: readonly string[]; length: number } | null {
    const longest = this.longest.get(words[at]?.text ?? '') ?? 1;
    for (let length = Math.min(longest, words.length - at); length > 1; length--) {
      const english = this.english.get(joined(words, at, length));
      if (english !== undefined) return { english, length };
    }
    return null;
  }
}

function addOnce(map: Map<string, readonly string[]>, term: string, english: readonly string[]): void {
  if (!map.has(term)) map.set(term, english);
}

/** `ä` as `ae`, and `ß` as `ss`. Accents are gone already. */
function transcriptionsOf(word: string): string[] {
  const sharp = word.replaceAll('ß', 'ss');
  return [...new Set([sharp, sharp.replaceAll(/(?<![aeq])([aou])e/g, '$1')])];
}

function bytesOfWords(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + bytesOfText(word), OBJECT_BYTES);
}

let shared: Translator | null = null;

/** The translator of the data files. They are read at the first call. */
export function translator(): Translator {
  return (shared ??= new Translator(readDictionaries()));
}

function joined(words: readonly Word[], at = 0, length = words.length): string {
  return words
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');
}

/** `peligrosas` is also looked up as `peligrosa` and `peligroso`. */
export function singularFormsOf(word: string): string[] {
  const forms = [
    word,
    ...(word.endsWith('s') ? [word.slice(0, -1)] : []),
    ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
  ].filter((form) => form.length > 2);
  return [...forms, ...forms.filter((form) => form.endsWith('a')).map((form) => `${form.slice(0, -1)}o`)];
}
