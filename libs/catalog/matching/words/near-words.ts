import { ENTRY_BYTES, NUMBER_BYTES, OBJECT_BYTES } from '../bytes.js';
import { LONGEST_WORD } from './longest.js';
import { similarityOf, trigrams } from './trigrams.js';

/** Shorter words have too many neighbours that mean something else. */
const SHORTEST = 4;
const ENOUGH_ALIKE = 0.2;
/** Trigrams that one slip changes at most: those that have one of two letters which are swapped. */
const CHANGED_BY_A_SLIP = 4;
/** Words in the index for one trigram. No trigram of the vocabulary is in more than some hundred words. */
const MOST_OF_A_TRIGRAM = 2_000;
/** Words whose slips are counted, the most similar first. No search of a real topic found more than 526. */
const MOST_COMPARED = 1_000;

/** Bits of a count: enough for the trigrams of the longest word. */
const COUNT_BITS = 6;
const MOST_SEARCHES = 2 ** (32 - COUNT_BITS) - 1;

interface Near {
  readonly word: string;
  readonly slips: number;
  readonly likeness: number;
}

interface Candidate {
  readonly candidate: string;
  /** Its trigrams. */
  readonly size: number;
  readonly shared: number;
}

/** Finds the known word that a misspelt one stands for, by an index over the known words' trigrams. */
export class NearWords {
  private readonly words: string[] = [];
  /** How many trigrams each of them has. */
  private readonly sizes: number[] = [];
  private readonly index = new Map<number, number[]>();
  /**
   * For each word, the number of the last search that found it and, in the low bits, how many trigrams the two words
   * share. Counts of earlier searches are recognised by their number and need no clearing.
   */
  private counts = new Uint32Array(0);
  private searches = 0;

  /** @param beside an index of further words, searched as if they were in this one */
  constructor(
    words: Iterable<string> = [],
    private readonly beside: NearWords | null = null,
  ) {
    for (const word of words) this.add(word);
  }

  /** @returns the memory that the word takes in the index, in bytes */
  add(word: string): number {
    if (!isIndexed(word)) return 0;
    const wanted = trigrams(word);
    const place = this.words.push(word) - 1;
    this.sizes.push(wanted.length);
    let bytes = 3 * NUMBER_BYTES;
    for (const trigram of wanted) {
      const places = this.index.get(trigram);
      if (places === undefined) this.index.set(trigram, [place]);
      else if (places.length < MOST_OF_A_TRIGRAM) places.push(place);
      bytes += NUMBER_BYTES + (places === undefined ? ENTRY_BYTES + OBJECT_BYTES : 0);
    }
    return bytes;
  }

  /** The known word that is one slip of the keys away (two in a long word), or null where none is. */
  nearest(word: string): string | null {
    if (!isIndexed(word)) return null;
    const [nearest] = this.near(word).toSorted(order);
    return nearest?.word ?? null;
  }

  private near(word: string): Near[] {
    const wanted = trigrams(word);
    const allowed = slipsAllowed(word);
    const close = this.sharing(word, allowed).flatMap(({ candidate, size, shared }): Near[] => {
      const likeness = similarityOf(shared, wanted.length, size);
      if (likeness < ENOUGH_ALIKE || Math.max(wanted.length, size) - shared > CHANGED_BY_A_SLIP * allowed) return [];
      const between = slips(word, candidate);
      return between > allowed ? [] : [{ word: candidate, slips: between, likeness }];
    });
    return [...close, ...(this.beside?.near(word) ?? [])];
  }

  /**
   * Words of similar length that share two trigrams or more: a word of five letters has that many left after one letter
   * has changed.
   */
  private sharing(word: string, allowed: number): readonly Candidate[] {
    const none = this.beginSearch();
    const places: number[] = [];
    for (const trigram of trigrams(word)) {
      for (const place of this.index.get(trigram) ?? []) {
        const count = Math.max(this.counts[place] ?? 0, none) + 1;
        this.counts[place] = count;
        if (count === none + 2 && this.lengthDiffers(place, word) <= allowed) places.push(place);
      }
    }
    const found = places.map((place): Candidate => {
      return {
        candidate: this.words[place] ?? '',
        size: this.sizes[place] ?? 0,
        shared: (this.counts[place] ?? 0) - none,
      };
    });
    if (found.length <= MOST_COMPARED) return found;
    return found.toSorted((a, b) => b.shared - a.shared).slice(0, MOST_COMPARED);
  }

  private lengthDiffers(place: number, word: string): number {
    return Math.abs((this.words[place]?.length ?? 0) - word.length);
  }

  /** @returns the count that means "no shared trigram" in this search */
  private beginSearch(): number {
    if (this.counts.length < this.words.length || this.searches === MOST_SEARCHES) {
      this.counts = new Uint32Array(this.words.length);
      this.searches = 0;
    }
    return ++this.searches * 2 ** COUNT_BITS;
  }
}

function isIndexed(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST_WORD && !/\d/.test(word);
}

function order(a: Near, b: Near): number {
  return a.slips - b.slips || b.likeness - a.likeness || (a.word < b.word ? -1 : 1);
}

function slipsAllowed(word: string): number {
  return word.length >= 8 ? 2 : 1;
}

/**
 * Letters left out, put in, changed or swapped with their neighbour (the distance of Damerau in its restricted form).
 * The common start and end of the two words do not change it and are skipped.
 */
export function slips(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return slipsWithin(a.slice(start, a.length - end), b.slice(start, b.length - end));
}

function slipsWithin(a: string, b: string): number {
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
