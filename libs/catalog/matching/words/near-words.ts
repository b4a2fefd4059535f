import { similarity, trigrams } from './trigrams.js';

/** Shorter words have too many neighbours that mean something else. */
const SHORTEST = 4;
const ENOUGH_ALIKE = 0.2;

/** Finds the known word that a misspelt one stands for. The index over the known words' trigrams is made when it is first needed. */
export class NearWords {
  private index: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(private readonly known: Iterable<string>) {}

  /** The known word that one slip of the keys away (two in a long word), or null where none is. */
  nearest(word: string): string | null {
    if (word.length < SHORTEST || /\d/.test(word)) return null;
    const wanted = trigrams(word);
    const close = [...this.sharing(wanted)]
      .filter((candidate) => Math.abs(candidate.length - word.length) <= slipsAllowed(word))
      .map((candidate) => ({ candidate, likeness: similarity(wanted, trigrams(candidate)) }))
      .filter(({ likeness }) => likeness >= ENOUGH_ALIKE)
      .map((near) => ({ ...near, slips: slips(word, near.candidate) }))
      .filter((near) => near.slips <= slipsAllowed(word))
      .toSorted((a, b) => a.slips - b.slips || b.likeness - a.likeness || (a.candidate < b.candidate ? -1 : 1));
    return close[0]?.candidate ?? null;
  }

  /** Words that share two trigrams or more, for one letter changed leaves at least so many of a word of five letters. */
  private sharing(wanted: ReadonlySet<string>): Iterable<string> {
    const index = (this.index ??= indexOf(this.known));
    const once = new Set<string>();
    const twice = new Set<string>();
    for (const trigram of wanted) {
      for (const word of index.get(trigram) ?? []) (once.has(word) ? twice : once).add(word);
    }
    return twice;
  }
}

function slipsAllowed(word: string): number {
  return word.length >= 8 ? 2 : 1;
}

function indexOf(words: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST || /\d/.test(word)) continue;
    for (const trigram of trigrams(word)) {
      const list = index.get(trigram);
      if (list === undefined) index.set(trigram, [word]);
      else list.push(word);
    }
  }
  return index;
}

/** Letters left out, put in, changed or swapped with their neighbour (the distance of Damerau in its restricted form). */
export function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_value, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + change);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      line.push(least);
    }
    before = last;
    last = line;
  }
  return last[b.length] ?? 0;
}
