import { ENTRY_BYTES, bytesOfText } from '../bytes.js';
import { translator } from '../vocabulary/translator.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { credentialWords } from '../words/credential-words.js';
import { NearWords } from '../words/near-words.js';
import { stem } from '../words/stem.js';

/** Words with the right spelling, and their stems. Words with a digit are left out. */
export class KnownWords {
  private readonly words = new Set<string>();
  private readonly stems = new Set<string>();
  private readonly index: NearWords;

  /** @param beside further words, looked up as if they were in this list */
  constructor(
    words: Iterable<string> = [],
    private readonly beside: KnownWords | null = null,
  ) {
    this.index = new NearWords([], beside?.index);
    for (const word of words) this.add(word);
  }

  /** @returns the memory that the word takes, in bytes */
  add(word: string): number {
    if (/\d/.test(word) || this.has(word)) return 0;
    const stemmed = stem(word);
    const isNewStem = !this.hasStem(stemmed);
    this.words.add(word);
    if (isNewStem) this.stems.add(stemmed);
    return ENTRY_BYTES + this.index.add(word) + (isNewStem ? ENTRY_BYTES + bytesOfText(stemmed) : 0);
  }

  has(word: string): boolean {
    return this.words.has(word) || (this.beside?.has(word) ?? false);
  }

  hasStem(stemmed: string): boolean {
    return this.stems.has(stemmed) || (this.beside?.hasStem(stemmed) ?? false);
  }

  /** The word that was probably meant by a misspelt one, or null. */
  nearest(word: string): string | null {
    return this.index.nearest(word);
  }
}

const ofVocabularies = new WeakMap<Vocabulary, KnownWords>();

/** The words of a vocabulary, of credentials and of other languages, indexed once for all libraries. */
export function knownWordsOf(vocabulary: Vocabulary): KnownWords {
  const known = ofVocabularies.get(vocabulary);
  if (known !== undefined) return known;
  const words = new KnownWords([...vocabulary.words, ...credentialWords, ...translator().words]);
  ofVocabularies.set(vocabulary, words);
  return words;
}
