import { MIB, NUMBER_BYTES, OBJECT_BYTES } from '../bytes.js';
import { BoundedMemo } from './bounded-memo.js';
import { LONGEST_WORD } from './longest.js';

/** The distinct trigrams of a word in ascending order. Each is one number made of its three UTF-16 code units. */
export type Trigrams = readonly number[];

const remembered = new BoundedMemo(6 * MIB, cut, ({ length }) => OBJECT_BYTES + length * NUMBER_BYTES);

/** The three-letter windows of a word, two blanks before it and one behind: what PostgreSQL's pg_trgm takes. */
export function trigrams(word: string): Trigrams {
  return remembered.of(word);
}

function cut(word: string): Trigrams {
  const padded = `  ${word.slice(0, LONGEST_WORD)} `;
  const all = new Float64Array(padded.length - 2);
  for (let at = 0; at < all.length; at++) {
    all[at] = (padded.charCodeAt(at) * 2 ** 16 + padded.charCodeAt(at + 1)) * 2 ** 16 + padded.charCodeAt(at + 2);
  }
  all.sort();
  const different: number[] = [];
  for (const trigram of all) if (trigram !== different.at(-1)) different.push(trigram);
  return different;
}

/** Shared trigrams over all of them (Jaccard), 0 to 1. */
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

/** The same, from the number of shared trigrams and the number that each word has. */
export function similarityOf(shared: number, ofA: number, ofB: number): number {
  const all = ofA + ofB - shared;
  return all === 0 ? 0 : shared / all;
}
