import { ENTRY_BYTES, bytesOfText } from '../bytes.js';
import { translator } from '../vocabulary/translator.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { credentialWords } from '../words/word-lists.js';
import { NearWordIndex } from '../words/near-word-index.js';
import { stem } from '../words/stem.js';

/** Correctly spelt words and their stems. Words with a digit are left out. */
export class KnownWords {
  private readonly words = new Set<string>();
  private readonly stems = new Set<string>();
  private readonly index: NearWordIndex;

  /** @param fallback further words, looked up as if they were in this list */
  constructor(
    words: Iterable<string> = [],
    private readonly fallback: KnownWords | null = null,
  ) {
    this.index = new NearWordIndex([], fallback?.index);
    for (const word of words) this.add(word);
  }

  /** @returns the memory that the word needs, in bytes */
  add(word: string): number {
    if (/\d/.test(word) || this.has(word)) return 0;
    const stemmed = stem(word);
    const isNewStem = !this.hasStem(stemmed);
    this.words.add(word);
    if (isNewStem) this.stems.add(stemmed);
    return ENTRY_BYTES + this.index.add(word) + (isNewStem ? ENTRY_BYTES + bytesOfText(stemmed) : 0);
  }

  has(word: string): boolean {
    return this.words.has(word) || (this.fallback?.has(word) ?? false);
  }

  hasStem(stemmed: string): boolean {
    return this.stems.has(stemmed) || (this.fallback?.hasStem(stemmed) ?? false);
  }

  /** Returns the most likely correction of a misspelt word, or null. */
  nearest(word: string): string | null {
    return this.index.nearest(word);
  }
}

const knownWords = new WeakMap<Vocabulary, KnownWords>();

/**
 * Returns the words of a vocabulary, of credentials and of dictionaries. Their index is built once for all libraries.
 */
export function knownWordsOf(vocabulary: Vocabulary): KnownWords {
  const known = knownWords.get(vocabulary);
  if (known !== undefined) return known;
  const words = new KnownWords([...vocabulary.words, ...credentialWords, ...translator().words]);
  knownWords.set(vocabulary, words);
  return words;
}
