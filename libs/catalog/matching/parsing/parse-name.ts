import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { credentialWords, stopWords } from '../words/word-lists.js';
import { type Level, levelAt } from '../words/levels.js';
import { stem } from '../words/stem.js';
import type { Concepts } from './find-concepts.js';
import { withMechanismApart } from './find-mechanisms-apart.js';
import type { ParsedName, Unit } from './parsed-name.js';
import { type NameReading, readName } from './read-name.js';
import type { SpellingCorrection, Token } from './tokenize.js';

/** Limit of units. All pairs of two names' units are compared. No title of a published library has more than 8. */
const MAX_UNITS = 20;

/** Shared, because a library keeps tens of thousands of names in memory. */
const NO_CONCEPTS: readonly number[] = [];

/**
 * Parses a topic or a name of a course. With `spelling`, which only topics have, misspelt words become the nearest known
 * ones.
 */
export function parseName(raw: string, vocabulary: Vocabulary, spelling: SpellingCorrection | null = null): ParsedName {
  const reading = readName(raw, vocabulary, spelling);
  return spelling === null ? parsedName(reading, reading.found, vocabulary) : parsedTopic(reading, vocabulary);
}

/** What a reading of a topic says it is about. */
export function parsedTopic(reading: NameReading, vocabulary: Vocabulary): ParsedName {
  return parsedName(reading, withMechanismApart(reading.tokens, reading.found, vocabulary), vocabulary);
}

/** Combines a reading with the concepts that count. */
export function parsedName(reading: NameReading, { units, left }: Concepts, vocabulary: Vocabulary): ParsedName {
  const { tokens, found: _found, ...read } = reading;
  const { telling } = extractLevel(left);
  const { level } = extractLevel(tokens.filter(({ negation }) => negation === null));
  const words = telling.filter(({ text: word }) => !credentialWords.has(word)).map(unitOf);
  const all = [...units, ...words];
  const inOrder = (all.length > 0 || read.codes.length > 0 ? all : telling.map(unitOf))
    .toSorted((a, b) => a.at - b.at)
    .map(({ unit }) => unit);
  return {
    ...read,
    core: coreOf(tokens, telling, units, level),
    level,
    number: isNumbered(level, read.designations) ? null : ownNumber(tokens, units),
    isKindKnown: units.some(({ unit }) => unit.stems.length > 1 && unit.stems.some((of) => KIND_STEMS.has(of))),
    units: withSubject(distinct(inOrder, vocabulary)).slice(0, MAX_UNITS),
  };
}

const TELLS_NO_SUBJECT: ReadonlySet<Unit['kind']> = new Set(['filler', 'person', 'circumstance', 'number']);

/** A place or a part of the body is the subject of a name that has no other: "Eye safety", but not "cut above eye". */
function withSubject(units: readonly Unit[]): readonly Unit[] {
  return units.some(({ kind }) => !TELLS_NO_SUBJECT.has(kind))
    ? units
    : units.map((unit) => (unit.kind === 'circumstance' ? { ...unit, kind: 'word' } : unit));
}

/** After these a number names one of several: "ward 3", "crane in hall 2". */
const NUMBERED: ReadonlySet<Unit['kind']> = new Set(['circumstance', 'setting', 'common setting', 'person']);

const KIND_STEMS: ReadonlySet<string> = new Set(['category', 'class', 'group', 'grade'].map(stem));

/** Whether a name says what it counts, so that another number in it tells no kinds apart. */
function isNumbered(level: Level | null, designations: readonly string[]): boolean {
  return (level !== null && hasNumber(level)) || designations.some((one) => /^\w+ \d/.test(one));
}

/**
 * The number of one or two digits that ends a segment after a word for what the name is about: see `ParsedName`. Words
 * about the credential may follow: "AFGSU 2 refresher".
 */
function ownNumber(
  tokens: readonly Token[],
  units: ReadonlyArray<{ readonly unit: Unit; readonly tokens: readonly Token[] }>,
): number | null {
  const found = tokens.find((token) => {
    const { at, text, segment } = token;
    const before = tokens[at - 1];
    const after = tokens.slice(at + 1).find(({ text: word }) => !credentialWords.has(word));
    if (!/^\d{1,2}$/.test(text) || before?.segment !== segment || after?.segment === segment) return false;
    const of = units.find(({ tokens: all }) => all.includes(before));
    const isOwn = of === undefined || of.tokens.includes(token) || !NUMBERED.has(of.unit.kind);
    return isOwn && !credentialWords.has(before.text);
  });
  return found === undefined ? null : Number(found.text);
}

interface PlacedUnit {
  readonly at: number;
  readonly unit: Unit;
}

/** "Chapter 7", "category B", durations, and grades of schemes ("A40", "CS30") that the vocabulary does not know. */
const NUMBER_OR_LETTER = /^(?:[a-z]{0,3}\d+(?:[a-z]|hour|day)?|[a-z])$/;

function unitOf(token: Token): PlacedUnit {
  const kind = NUMBER_OR_LETTER.test(token.text) ? 'number' : 'word';
  const { at, stem: stemmed, original, segment, listItem, correctedTo } = token;
  return {
    at,
    unit: {
      kind,
      concepts: NO_CONCEPTS,
      stems: [stemmed],
      joinedStems: stemmed,
      text: original,
      segment,
      listItem,
      correctedTo,
    },
  };
}

const hasNumber = ({ text }: Level): boolean => text.startsWith('level');

/** Returns the first level, one with a number before one in words, and the tokens without the words of any level. */
function extractLevel(tokens: readonly Token[]): { level: Level | null; telling: Token[] } {
  const words = tokens.map(({ text }) => text);
  const telling: Token[] = [];
  let level: Level | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const found = levelAt(words, at);
    const token = tokens[at];
    if (found !== null) {
      if (level === null || (!hasNumber(level) && hasNumber(found.level))) ({ level } = found);
      at += found.length - 1;
    } else if (token !== undefined) telling.push(token);
  }
  return { level, telling };
}

/**
 * Removes repetitions, as in "Personal Protective Equipment (PPE)". An abbreviation has the meaning that the name
 * writes out.
 */
function distinct(units: readonly Unit[], vocabulary: Vocabulary): Unit[] {
  const certain = new Set(units.filter(({ concepts }) => concepts.length === 1).map(({ concepts }) => concepts[0]));
  const seen = new Set<string>();
  return units.filter((unit) => {
    if (unit.concepts.length > 1 && unit.concepts.some((concept) => certain.has(concept))) return false;
    if (units.some((other) => isWrittenOutIn(other, unit, vocabulary))) return false;
    const key = unit.concepts.length > 0 ? unit.concepts.join(',') : unit.stems.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Whether a longer unit contains the words that an abbreviation stands for: "arc flash personal protective equipment"
 * those of "PPE".
 */
function isWrittenOutIn(long: Unit, short: Unit, vocabulary: Vocabulary): boolean {
  if (long === short || long.stems.length < 3 || short.stems.length !== 1 || short.concepts.length === 0) return false;
  return short.concepts.some((id) =>
    vocabulary.termsOf(id).some((term) => term.length > 1 && term.every((stemmed) => long.stems.includes(stemmed))),
  );
}

/** "Working at Heights Refresher 2026" → `work height`, which equals the core of "Work at heights". */
function coreOf(
  tokens: readonly Token[],
  telling: readonly Token[],
  units: ReadonlyArray<{ readonly tokens: readonly Token[] }>,
  level: Level | null,
): string {
  const kept = new Set([
    ...telling.filter(({ text }) => !credentialWords.has(text)),
    ...units.flatMap(({ tokens: of }) => of),
  ]);
  const stems = tokens.filter((token) => kept.has(token) && !stopWords.has(token.text)).map((token) => token.stem);
  return [...stems, ...(level === null ? [] : [`(${level.text})`])].join(' ');
}
