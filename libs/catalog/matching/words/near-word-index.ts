import { ENTRY_BYTES, NUMBER_BYTES, OBJECT_BYTES } from '../bytes.js';
import { MAX_WORD_LENGTH } from './limits.js';
import { similarityOf, trigrams } from './trigrams.js';

/** Shorter words have too many neighbours with another meaning. */
const MIN_LENGTH = 4;
const MIN_SIMILARITY = 0.2;
/** The number of trigrams that one edit changes at most: those that contain one of two swapped letters. */
const TRIGRAMS_PER_EDIT = 4;
/** Limit of words for each trigram. In the vocabulary, no trigram occurs in more than a few hundred words. */
const MAX_WORDS_PER_TRIGRAM = 2_000;
/**
 * Limit of words whose edit distance is computed, most similar first. No search for a real topic found more than 526.
 */
const MAX_COMPARED = 1_000;

/** The bits of a count, enough for the trigrams of the longest word. */
const COUNT_BITS = 6;
const MAX_SEARCHES = 2 ** (32 - COUNT_BITS) - 1;

interface NearWord {
  readonly word: string;
  readonly distance: number;
  readonly similarity: number;
}

interface Candidate {
  readonly candidate: string;
  /** The share of common trigrams, 0 to 1. */
  readonly similarity: number;
}

/** Finds the known word for a misspelt one, by an index of the trigrams of all known words. */
export class NearWordIndex {
  private readonly words: string[] = [];
  /** The number of trigrams of each word. */
  private readonly sizes: number[] = [];
  private readonly index = new Map<number, number[]>();
  /**
   * For each word, the number of the last search that found it and, in the low bits, the number of trigrams that both
   * words share. Counts of earlier searches are recognised by their number and are not cleared.
   */
  private counts = new Uint32Array(0);
  private searches = 0;

  /** @param fallback an index of further words, searched as if they were in this one */
  constructor(
    words: Iterable<string> = [],
    private readonly fallback: NearWordIndex | null = null,
  ) {
    for (const word of words) this.add(word);
  }

  /** @returns the memory that the word needs in the index, in bytes */
  add(word: string): number {
    if (!isIndexed(word)) return 0;
    const wanted = trigrams(word);
    const place = this.words.push(word) - 1;
    this.sizes.push(wanted.length);
    let bytes = 3 * NUMBER_BYTES;
    for (const trigram of wanted) {
      const places = this.index.get(trigram);
      if (places === undefined) this.index.set(trigram, [place]);
      else if (places.length < MAX_WORDS_PER_TRIGRAM) places.push(place);
      bytes += NUMBER_BYTES + (places === undefined ? ENTRY_BYTES + OBJECT_BYTES : 0);
    }
    return bytes;
  }

  /** Returns the known word at an edit distance of one (two for long words), or null. */
  nearest(word: string): string | null {
    if (!isIndexed(word)) return null;
    const [nearest] = this.near(word).toSorted(order);
    return nearest?.word ?? null;
  }

  private near(word: string): NearWord[] {
    const allowed = maxEditDistance(word);
    const close = this.similar(word, allowed).flatMap(({ candidate, similarity }): NearWord[] => {
      if (beginOtherwise(word, candidate)) return [];
      const distance = editDistance(word, candidate);
      return distance > allowed || isOtherWord(word, candidate, distance)
        ? []
        : [{ word: candidate, distance, similarity }];
    });
    return [...close, ...(this.fallback?.near(word) ?? [])];
  }

  /** Finds words of similar length with so many trigrams in common that few edits may separate them. */
  private similar(word: string, allowed: number): readonly Candidate[] {
    const wanted = trigrams(word).length;
    const found: Candidate[] = [];
    const none = this.beginSearch();
    for (const place of this.sharing(word, none)) {
      const size = this.sizes[place] ?? 0;
      const shared = (this.counts[place] ?? 0) - none;
      if (Math.max(wanted, size) - shared > TRIGRAMS_PER_EDIT * allowed) continue;
      const candidate = this.words[place] ?? '';
      const similarity = similarityOf(shared, wanted, size);
      if (similarity < MIN_SIMILARITY || Math.abs(candidate.length - word.length) > allowed) continue;
      found.push({ candidate, similarity });
    }
    if (found.length <= MAX_COMPARED) return found;
    return found.toSorted((a, b) => b.similarity - a.similarity).slice(0, MAX_COMPARED);
  }

  /**
   * Returns the places of words that share at least two trigrams: a word of five letters keeps that many after one
   * letter has changed. It visits thousands of places for each misspelt word, and so reads nothing but the counts.
   */
  private sharing(word: string, none: number): readonly number[] {
    const { counts } = this;
    const twice = none + 2;
    const found: number[] = [];
    for (const trigram of trigrams(word)) {
      const places = this.index.get(trigram);
      if (places === undefined) continue;
      for (const place of places) {
        const count = Math.max(counts[place] ?? 0, none) + 1;
        counts[place] = count;
        if (count === twice) found.push(place);
      }
    }
    return found;
  }

  /** @returns the count that means "no shared trigram" in this search */
  private beginSearch(): number {
    if (this.counts.length < this.words.length || this.searches === MAX_SEARCHES) {
      this.counts = new Uint32Array(this.words.length);
      this.searches = 0;
    }
    return ++this.searches * 2 ** COUNT_BITS;
  }
}

function isIndexed(word: string): boolean {
  return word.length >= MIN_LENGTH && word.length <= MAX_WORD_LENGTH && !/\d/.test(word);
}

function order(a: NearWord, b: NearWord): number {
  return a.distance - b.distance || b.similarity - a.similarity || (a.word < b.word ? -1 : 1);
}

/** People rarely mistype a first letter, and words that differ in it alone are two words: "nastro" and "gastro". */
function beginOtherwise(one: string, other: string): boolean {
  return one.length === other.length && one[0] !== other[0] && one[0] !== other[1];
}

/** In shorter words a changed letter makes another word or abbreviation: "piste" and "paste", HMRC and HWRC. */
const MAX_SHORT_LENGTH = 5;

/**
 * Whether the edits make another word, not a misspelt one. Two edits do, unless only vowels and doubled letters differ
 * ("maintainance") or the endings ("negotiator"): "vendimia" is no "vendita".
 */
function isOtherWord(word: string, candidate: string, distance: number): boolean {
  if (candidate === word.slice(1)) return true;
  if (distance < 2)
    return (
      word.length <= MAX_SHORT_LENGTH && word.length === candidate.length && lettersOf(word) !== lettersOf(candidate)
    );
  return !haveSameStart(word, candidate) && consonantsOf(word) !== consonantsOf(candidate);
}

const lettersOf = (word: string): string => word.split('').toSorted().join('');

const consonantsOf = (word: string): string => word.replaceAll(/[aeiouy]/g, '').replaceAll(/(.)\1+/g, '$1');

/** Whether the first two thirds of a word are equal. */
const haveSameStart = (word: string, candidate: string): boolean =>
  candidate.startsWith(word.slice(0, Math.ceil((word.length * 2) / 3)));

function maxEditDistance(word: string): number {
  return word.length >= 8 ? 2 : 1;
}

/**
 * Counts omitted, inserted, changed and transposed letters (the optimal string alignment distance). The common start
 * and end of the two words do not affect it and are skipped.
 */
export function editDistance(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return editDistanceOfRests(a.slice(start, a.length - end), b.slice(start, b.length - end));
}

function editDistanceOfRests(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_value, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + change);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      line.push(least);
    }
    before = last;
    last = line;
  }
  return last[b.length] ?? 0;
}
