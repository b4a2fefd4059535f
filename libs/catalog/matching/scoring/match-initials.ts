import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import { stem } from '../words/stem.js';

/** Fewer letters are the initials of some words of any name. */
const INITIALS = /^[a-z]{3,5}$/;

/** Consecutive words of a name. */
export interface WordsOfName {
  readonly text: string;
  /** The units that the words belong to. */
  readonly units: readonly Unit[];
}

/** Whether a word may be initials, so that the words of a name are compared with it. */
export function mayBeInitials({ kind, stems, text }: Unit): boolean {
  return (kind === 'word' || kind === 'subject') && stems.length === 1 && INITIALS.test(text);
}

/**
 * Returns a function that finds the words of a name that initials stand for: SAA in "AWS Solutions Architect
 * Associate". The caller knows that the name shares more with the topic, because three letters are the initials of many
 * words. Most comparisons have no initials, so that the words are split at the first call.
 */
export function initialsFinder({ normalized, units }: ParsedName): (initials: string) => WordsOfName | null {
  let words: readonly string[] | null = null;
  let all = '';
  return (initials) => {
    if (words === null) {
      words = normalized.split(' ');
      all = words.map((word) => word[0] ?? '').join('');
    }
    const at = all.indexOf(initials);
    if (at === -1) return null;
    const run = words.slice(at, at + initials.length);
    const stems = new Set(run.map(stem));
    const found = units.filter(({ stems: of }) => of.every((stemmed) => stems.has(stemmed)));
    return found.length === 0 ? null : { text: run.join(' '), units: found };
  };
}
