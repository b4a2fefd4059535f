import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { cleanText } from '../words/clean-text.js';
import { takeCodes } from '../words/codes.js';
import { credentialWords, stopWords } from '../words/credential-words.js';
import { withoutDates } from '../words/dates.js';
import { type Level, levelAt } from '../words/levels.js';
import { LONGEST_NAME } from '../words/longest.js';
import { plain, splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';
import { findConcepts } from './find-concepts.js';
import type { Reading, Unit } from './reading.js';
import { type Spelling, type Token, tokensOf } from './tokens.js';

/**
 * The most units of a name. All pairs of two names' units are compared. No title of a published library has more than
 * 8.
 */
const MOST_UNITS = 20;

/** Shared by all names without such parts: a library keeps tens of thousands of names in memory. */
const NO_TEXTS: readonly string[] = [];
const NO_CONCEPTS: readonly number[] = [];

const SHORT = /\((\p{Lu}{2,6})\)/gu;

/**
 * Takes a topic or a course's name apart. With `spelling`, misspelt words are read as the known ones they are nearest
 * to.
 */
export function readName(raw: string, vocabulary: Vocabulary, spelling: Spelling | null = null): Reading {
  const text = cleanText(raw.slice(0, LONGEST_NAME));
  const { codes, rest } = takeCodes(withoutDates(text));
  const known = codes.filter((code) => vocabulary.named([stem(plain(code))]).length > 0);
  const tokens = tokensOf([rest, ...known].join(' : '), spelling);
  const { units, left } = findTelling(tokens, vocabulary);
  const { telling } = takeLevel(left);
  const { level } = takeLevel(tokens);
  const words = telling.filter(({ text: word }) => !credentialWords.has(word)).map(unitOf);
  const all = [...units, ...words];
  const inOrder = (all.length > 0 || codes.length > 0 ? all : telling.map(unitOf))
    .toSorted((a, b) => a.at - b.at)
    .map(({ unit }) => unit);
  const shorts = shortsOf(text, vocabulary);
  return {
    text,
    whole: plainWords(text),
    core: coreOf(tokens, telling, units, level),
    codes: codes.length === 0 ? NO_TEXTS : codes,
    shorts: shorts.length === 0 ? NO_TEXTS : shorts,
    level,
    units: distinct(inOrder, vocabulary).slice(0, MOST_UNITS),
  };
}

/** What the vocabulary knows (PPE) may stand for a part of the name only. */
function shortsOf(text: string, vocabulary: Vocabulary): string[] {
  return [...text.matchAll(SHORT)]
    .map(([, short = '']) => stem(plain(short)))
    .filter((short) => vocabulary.named([short]).length === 0);
}

/**
 * The concepts of a name. A general subject ("safety awareness", "work safely") is one only where the name has no
 * other: of "electrical safety awareness" it is not.
 */
function findTelling(tokens: readonly Token[], vocabulary: Vocabulary): ReturnType<typeof findConcepts> {
  const found = findConcepts(tokens, vocabulary);
  const general = found.units.filter(({ unit }) => unit.kind === 'general subject');
  const tells =
    found.left.some(({ text }) => !credentialWords.has(text) && levelAt([text], 0) === null) ||
    found.units.some(({ unit }) => unit.kind === 'subject');
  if (general.length === 0 || !tells) return found;
  const apart = general.map(({ tokens: of }) => findConcepts(of, vocabulary, 1));
  return {
    units: [...found.units.filter((unit) => !general.includes(unit)), ...apart.flatMap(({ units }) => units)].toSorted(
      (a, b) => a.at - b.at,
    ),
    left: [...found.left, ...apart.flatMap(({ left }) => left)].toSorted((a, b) => a.at - b.at),
  };
}

interface PlacedUnit {
  readonly at: number;
  readonly unit: Unit;
}

/** "Chapter 7", "category B", and the grades of schemes ("A40", "CS30") that the vocabulary does not know. */
const SAYS_WHICH = /^(?:[a-z]{0,3}\d+[a-z]?|[a-z])$/;

function unitOf(token: Token): PlacedUnit {
  const kind = SAYS_WHICH.test(token.text) ? 'number' : 'word';
  const { at, stem: stemmed, written, part, item, respelt } = token;
  return {
    at,
    unit: { kind, concepts: NO_CONCEPTS, stems: [stemmed], joined: stemmed, text: written, part, item, respelt },
  };
}

/** The first level that is named; the words of all levels are not what the name is about. */
function takeLevel(tokens: readonly Token[]): { level: Level | null; telling: Token[] } {
  const words = tokens.map(({ text }) => text);
  const telling: Token[] = [];
  let level: Level | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const found = levelAt(words, at);
    const token = tokens[at];
    if (found !== null) {
      level ??= found.level;
      at += found.length - 1;
    } else if (token !== undefined) telling.push(token);
  }
  return { level, telling };
}

/**
 * The same thing said twice, as in "Personal Protective Equipment (PPE)", is said once; an abbreviation means what is
 * spelt out beside it.
 */
function distinct(units: readonly Unit[], vocabulary: Vocabulary): Unit[] {
  const certain = new Set(units.filter(({ concepts }) => concepts.length === 1).map(({ concepts }) => concepts[0]));
  const seen = new Set<string>();
  return units.filter((unit) => {
    if (unit.concepts.length > 1 && unit.concepts.some((concept) => certain.has(concept))) return false;
    if (units.some((other) => spellsOut(other, unit, vocabulary))) return false;
    const key = unit.concepts.length > 0 ? unit.concepts.join(',') : unit.stems.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Whether a longer unit has the words that a short one stands for: "arc flash personal protective equipment" those of
 * "PPE".
 */
function spellsOut(long: Unit, short: Unit, vocabulary: Vocabulary): boolean {
  if (long === short || long.stems.length < 3 || short.stems.length !== 1 || short.concepts.length === 0) return false;
  return short.concepts.some((id) =>
    vocabulary.termsOf(id).some((term) => term.length > 1 && term.every((stemmed) => long.stems.includes(stemmed))),
  );
}

function plainWords(text: string): string {
  return splitWords(text)
    .map(({ text: word }) => word)
    .join(' ');
}

/** "Working at Heights Refresher 2026" → `work height`, to compare with "Work at heights". */
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
