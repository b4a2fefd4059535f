import { LRUCache } from 'lru-cache';
import { MIB, NUMBER_BYTES, OBJECT_BYTES, bytesOfText, bytesOfWord } from '../bytes.js';
import { parseName } from '../parsing/parse-name.js';
import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { MAX_NAME_LENGTH } from '../words/limits.js';
import { keysOf } from './index-keys.js';
import { type NameInitials, initialsOf } from './initials-of.js';

/** What a library needs of a title or a topic of a course. */
export interface CourseName {
  readonly parsed: ParsedName;
  /** Those of its units, each once: see {@link keysOf}. */
  readonly keys: readonly string[];
  readonly initials: NameInitials;
}

/** For the names of all libraries together: some 12,000 names. */
const MAX_BYTES = 24 * MIB;

const caches = new WeakMap<Vocabulary, LRUCache<string, CourseName>>();

/**
 * Parses the name of a course. Caches the most recently used: tenants have courses with the same names, and a library
 * of which one course has changed is prepared again.
 */
export function parseCourseName(raw: string, vocabulary: Vocabulary): CourseName {
  const cache = cacheOf(vocabulary);
  const text = raw.slice(0, MAX_NAME_LENGTH);
  const known = cache.get(text);
  if (known !== undefined) return known;
  const parsed = parseName(text, vocabulary);
  const keys = [...new Set(parsed.units.flatMap((unit) => keysOf(unit, vocabulary)))];
  const name = { parsed, keys, initials: initialsOf(text) };
  cache.set(text, name);
  return name;
}

function cacheOf(vocabulary: Vocabulary): LRUCache<string, CourseName> {
  const known = caches.get(vocabulary);
  if (known !== undefined) return known;
  const cache = new LRUCache<string, CourseName>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ parsed, keys, initials }, text) =>
      bytesOfText(text) +
      bytesOfParsedName(parsed) +
      parsed.units.reduce((sum, unit) => sum + bytesOfUnit(unit), 0) +
      OBJECT_BYTES +
      keys.length * NUMBER_BYTES +
      bytesOfInitials(initials),
  });
  caches.set(vocabulary, cache);
  return cache;
}

/** The size of a parsed name without its units. Empty arrays are shared. */
export function bytesOfParsedName({ text, normalized, core, codes, abbreviations, units }: ParsedName): number {
  const arrays = [units, codes, abbreviations].filter(({ length }) => length > 0).length;
  const texts = [text, normalized, core, ...codes, ...abbreviations].reduce((sum, part) => sum + bytesOfText(part), 0);
  return (arrays + 1) * OBJECT_BYTES + units.length * NUMBER_BYTES + texts;
}

export function bytesOfUnit({ stems, joinedStems, text }: Unit): number {
  const words = stems.reduce((sum, stemmed) => sum + NUMBER_BYTES + bytesOfText(stemmed), 0);
  return 2 * OBJECT_BYTES + bytesOfWord(text) + (stems.length === 1 ? 0 : bytesOfText(joinedStems)) + words;
}

function bytesOfInitials({ abbreviations, runs }: NameInitials): number {
  const shorts = abbreviations.reduce((sum, short) => sum + NUMBER_BYTES + bytesOfText(short), 0);
  return 3 * OBJECT_BYTES + shorts + runs.reduce((sum, { initials }) => sum + OBJECT_BYTES + bytesOfText(initials), 0);
}
