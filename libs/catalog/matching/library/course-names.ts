import { LRUCache } from 'lru-cache';
import { CACHED_BYTES, MIB, NUMBER_BYTES, OBJECT_BYTES, bytesOfText, bytesOfWord } from '../bytes.js';
import { parseName } from '../parsing/parse-name.js';
import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { readPart } from '../words/limits.js';
import { keysOf } from './index-keys.js';
import { type NameInitials, initialsOf } from './initials-of.js';

/** What a library needs of a title or a topic of a course. */
export interface CourseName {
  /** Equal units of different names are one object, because the names of a library have many in common. */
  readonly parsed: ParsedName;
  /** The normalised words. */
  readonly words: readonly string[];
  /** Those of its units, each once: see {@link keysOf}. */
  readonly keys: readonly string[];
  readonly initials: NameInitials;
  /** The estimated size of `parsed` without its units, in bytes. */
  readonly bytes: number;
}

/** For the names of all libraries together: some 12,000 names. */
const MAX_BYTES = 24 * MIB;
/** For the units of names, by what makes two units equal: some 10,000. */
const MAX_BYTES_OF_UNITS = 4 * MIB;

interface Caches {
  readonly names: LRUCache<string, CourseName>;
  readonly units: LRUCache<string, Unit>;
}

const caches = new WeakMap<Vocabulary, Caches>();

/**
 * Parses the name of a course. Caches the most recently used: tenants have courses with the same names, and a library
 * of which one course has changed is prepared again.
 */
export function parseCourseName(raw: string, vocabulary: Vocabulary): CourseName {
  const { names, units } = cachesOf(vocabulary);
  const text = readPart(raw);
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = courseName(text, vocabulary, units);
  names.set(text, name);
  return name;
}

function courseName(text: string, vocabulary: Vocabulary, units: LRUCache<string, Unit>): CourseName {
  const alone = parseName(text, vocabulary);
  const parsed = { ...alone, units: alone.units.map((unit) => sharedUnit(unit, units)) };
  return {
    parsed,
    words: parsed.normalized.split(' '),
    keys: [...new Set(parsed.units.flatMap((unit) => keysOf(unit, vocabulary)))],
    initials: initialsOf(text),
    bytes: bytesOfParsedName(parsed),
  };
}

function sharedUnit(unit: Unit, units: LRUCache<string, Unit>): Unit {
  const { kind, concepts, stems, text, segment, listItem } = unit;
  const key = `${segment} ${listItem} ${kind} ${concepts.join(' ')} ${stems.join(' ')} ${text}`;
  const known = units.get(key);
  if (known !== undefined) return known;
  units.set(key, unit);
  return unit;
}

function cachesOf(vocabulary: Vocabulary): Caches {
  const known = caches.get(vocabulary);
  if (known !== undefined) return known;
  const made: Caches = {
    names: new LRUCache<string, CourseName>({ maxSize: MAX_BYTES, sizeCalculation: bytesOfName }),
    units: new LRUCache<string, Unit>({
      maxSize: MAX_BYTES_OF_UNITS,
      sizeCalculation: (unit, key) => CACHED_BYTES + bytesOfText(key) + bytesOfUnit(unit),
    }),
  };
  caches.set(vocabulary, made);
  return made;
}

function bytesOfName({ parsed, words, keys, initials, bytes }: CourseName, text: string): number {
  return (
    CACHED_BYTES +
    bytesOfText(text) +
    bytes +
    parsed.units.reduce((sum, unit) => sum + bytesOfUnit(unit), 0) +
    3 * OBJECT_BYTES +
    words.reduce((sum, word) => sum + NUMBER_BYTES + bytesOfText(word), 0) +
    keys.length * NUMBER_BYTES +
    bytesOfInitials(initials)
  );
}

/** The size of a parsed name without its units. Empty arrays, and those of one language, are shared. */
function bytesOfParsedName(name: ParsedName): number {
  const { text, normalized, languages, core, codes, abbreviations, shortOfLast, designations, sizes, negated, units } =
    name;
  const arrays =
    [units, codes, abbreviations, designations, sizes, negated].filter(({ length }) => length > 0).length +
    (languages.length > 1 ? 1 : 0);
  const sizeTexts = sizes.map(({ text: size }) => size);
  const shorts = shortOfLast === null ? abbreviations : [...abbreviations, shortOfLast];
  const texts = [text, normalized, core, ...codes, ...shorts, ...designations, ...negated, ...sizeTexts].reduce(
    (sum, part) => sum + bytesOfText(part),
    0,
  );
  return (arrays + sizes.length + 1) * OBJECT_BYTES + units.length * NUMBER_BYTES + texts;
}

export function bytesOfUnit({ stems, joinedStems, text }: Unit): number {
  const words = stems.reduce((sum, stemmed) => sum + NUMBER_BYTES + bytesOfText(stemmed), 0);
  return 2 * OBJECT_BYTES + bytesOfWord(text) + (stems.length === 1 ? 0 : bytesOfText(joinedStems)) + words;
}

function bytesOfInitials({ abbreviations, runs }: NameInitials): number {
  const shorts = abbreviations.reduce((sum, short) => sum + NUMBER_BYTES + bytesOfText(short), 0);
  return 3 * OBJECT_BYTES + shorts + runs.reduce((sum, { initials }) => sum + OBJECT_BYTES + bytesOfText(initials), 0);
}
