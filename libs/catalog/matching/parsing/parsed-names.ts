import { LRUCache } from 'lru-cache';
import { MIB, NUMBER_BYTES, OBJECT_BYTES, bytesOfText, bytesOfWord } from '../bytes.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { MAX_NAME_LENGTH } from '../words/limits.js';
import { parseName } from './parse-name.js';
import type { ParsedName, Unit } from './parsed-name.js';

/** For the names of all libraries together: some 17,000 names. */
const MAX_BYTES = 16 * MIB;

const caches = new WeakMap<Vocabulary, LRUCache<string, ParsedName>>();

/**
 * As {@link parseName}, for the names of courses. Caches the most recently used: tenants have courses with the same
 * names, and a library of which one course has changed is prepared again.
 */
export function parseCourseName(raw: string, vocabulary: Vocabulary): ParsedName {
  const cache = cacheOf(vocabulary);
  const name = raw.slice(0, MAX_NAME_LENGTH);
  const known = cache.get(name);
  if (known !== undefined) return known;
  const parsed = parseName(name, vocabulary);
  cache.set(name, parsed);
  return parsed;
}

function cacheOf(vocabulary: Vocabulary): LRUCache<string, ParsedName> {
  const known = caches.get(vocabulary);
  if (known !== undefined) return known;
  const cache = new LRUCache<string, ParsedName>({
    maxSize: MAX_BYTES,
    sizeCalculation: (parsed, name) =>
      bytesOfText(name) + bytesOfParsedName(parsed) + parsed.units.reduce((sum, unit) => sum + bytesOfUnit(unit), 0),
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
