import { MAX_NAME_LENGTH } from './words/limits.js';

/*
 * Estimated sizes on V8's heap, in bytes, calibrated with Node 24. Maps, sets and arrays are counted with their average
 * spare capacity. Prepared libraries of odd names took 0.5 to 1.0 times their estimate.
 */

/** A string: its header, and one byte a character, or two if a character is outside ASCII. */
export function bytesOfText(text: string): number {
  return 24 + text.length * (Buffer.byteLength(text) === text.length ? 1 : 2);
}

/** V8 represents a substring of this length or more as a slice, which keeps the whole string in memory. */
const MIN_SLICE_LENGTH = 13;

/** A word that was cut out of a name. */
export function bytesOfWord(word: string): number {
  return bytesOfText(word) + (word.length < MIN_SLICE_LENGTH ? 0 : MAX_NAME_LENGTH * 2);
}

/** An entry of a map or a set, without its key and its value. */
export const ENTRY_BYTES = 44;

/** An entry of an `LRUCache`, without its key and its value. */
export const CACHED_BYTES = 2 * ENTRY_BYTES;

/** A number or a reference in an array. */
export const NUMBER_BYTES = 10;

/** An object with a few fields, or an array without its elements. */
export const OBJECT_BYTES = 72;

export const MIB = 1_024 * 1_024;
