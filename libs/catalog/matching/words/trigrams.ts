import { MIB, NUMBER_BYTES, OBJECT_BYTES } from '../bytes.js';
import { BoundedMemo } from './bounded-memo.js';
import { MAX_WORD_LENGTH } from './limits.js';

/** The distinct trigrams of a word in ascending order. Each is one number that combines its three UTF-16 code units. */
export type Trigrams = readonly number[];

const remembered = new BoundedMemo(6 * MIB, cut, ({ length }) => OBJECT_BYTES + length * NUMBER_BYTES);

/**
 * Returns the trigrams of a word, padded with two blanks at its start and one at its end, as in PostgreSQL's pg_trgm.
 */
export function trigrams(word: string): Trigrams {
  return remembered.get(word);
}

function cut(word: string): Trigrams {
  const padded = `  ${word.slice(0, MAX_WORD_LENGTH)} `;
  const all = new Float64Array(padded.length - 2);
  for (let at = 0; at < all.length; at++) {
    all[at] = (padded.charCodeAt(at) * 2 ** 16 + padded.charCodeAt(at + 1)) * 2 ** 16 + padded.charCodeAt(at + 2);
  }
  all.sort();
  const different: number[] = [];
  for (const trigram of all) if (trigram !== different.at(-1)) different.push(trigram);
  return different;
}

/** Returns the Jaccard similarity of two sets of trigrams, 0 to 1. */
export function similarity(a: Trigrams, b: Trigrams): number {
  let shared = 0;
  for (let atA = 0, atB = 0; atA < a.length && atB < b.length;) {
    const difference = (a[atA] ?? 0) - (b[atB] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) atA++;
    if (difference >= 0) atB++;
  }
  return similarityOf(shared, a.length, b.length);
}

/** Returns the same from the number of shared trigrams and the size of each set. */
export function similarityOf(shared: number, ofA: number, ofB: number): number {
  const all = ofA + ofB - shared;
  return all === 0 ? 0 : shared / all;
}
