import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { cleanText } from '../words/clean-text.js';
import { codeKey, extractCodes } from '../words/codes.js';
import { credentialWords, initialWords, periodicWords, refresherWords, stopWords } from '../words/word-lists.js';
import { removeDates } from '../words/dates.js';
import { designationsIn, editionsIn } from '../words/designations.js';
import { type Level, levelAt } from '../words/levels.js';
import { readPart } from '../words/limits.js';
import { joinNumbers } from '../words/numbers.js';
import { isParticiple } from '../words/participles.js';
import { sizesIn } from '../words/sizes.js';
import { normalizeText, splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';
import { type Concepts, findConcepts } from './find-concepts.js';
import { withMechanismApart } from './find-mechanisms-apart.js';
import type { ParsedName, Unit } from './parsed-name.js';
import { type SpellingCorrection, type Token, tokenize } from './tokenize.js';

/** Limit of units. All pairs of two names' units are compared. No title of a published library has more than 8. */
const MAX_UNITS = 20;

/** Shared by all names without such parts, because a library keeps tens of thousands of names in memory. */
const NO_TEXTS: readonly string[] = [];
const NO_CONCEPTS: readonly number[] = [];
const NO_SIZES: ParsedName['sizes'] = [];

const BRACKETED_ABBREVIATION = /\((\p{Lu}{2,6})\)/gu;

/** Reads the concepts of a name once more: only topics tell what happened. */
export type Rereading = (tokens: readonly Token[], found: Concepts, vocabulary: Vocabulary) => Concepts;

/**
 * Parses a topic or a name of a course. With `spelling`, which only topics have, misspelt words become the nearest known
 * ones.
 */
export function parseName(
  raw: string,
  vocabulary: Vocabulary,
  spelling: SpellingCorrection | null = null,
  reread: Rereading | null = spelling === null ? null : withMechanismApart,
): ParsedName {
  const text = cleanText(readPart(raw));
  const numbered = joinNumbers(text);
  const { codes: allCodes, written, rest } = extractCodes(removeDates(numbered));
  const known = written.flatMap(
    (code) => [code, codeKey(code)].find((form) => vocabulary.named([stem(normalizeText(form))]).length > 0) ?? [],
  );
  const tokens = tokenize([rest, ...known].join(' : '), spelling);
  const found = findSpecificConcepts(tokens, vocabulary);
  const { units, left } = reread?.(tokens, found, vocabulary) ?? found;
  const { telling } = extractLevel(left);
  const affirmed = tokens.filter(({ negation }) => negation === null);
  const { level } = extractLevel(affirmed);
  // "Not required: HLTAID011" asks for no course, by its code either.
  const codes = tokens.length > 0 && affirmed.length === 0 ? NO_TEXTS : allCodes;
  const words = telling.filter(({ text: word }) => !credentialWords.has(word)).map(unitOf);
  const all = [...units, ...words];
  const inOrder = (all.length > 0 || codes.length > 0 ? all : telling.map(unitOf))
    .toSorted((a, b) => a.at - b.at)
    .map(({ unit }) => unit);
  const negated = tokens.filter((token) => token.negation === 'is negated' && !isFinding(token, tokens));
  const shorts = abbreviationsIn(text, vocabulary);
  const designations = [...designationsIn(rest), ...editionsIn(text)];
  const sizes = sizesIn(numbered);
  return {
    text,
    normalized: plainWords(text),
    core: coreOf(tokens, telling, units, level),
    codes: codes.length === 0 ? NO_TEXTS : codes,
    isKnownCode: known.length > 0,
    abbreviations: shorts.length === 0 ? NO_TEXTS : shorts,
    shortOfLast: shortOfLastWords(text),
    level,
    designations: designations.length === 0 ? NO_TEXTS : designations,
    number: isNumbered(level, designations) ? null : ownNumber(tokens, units),
    isKindKnown: units.some(({ unit }) => unit.stems.length > 1 && unit.stems.some((of) => KIND_STEMS.has(of))),
    sizes: sizes.length === 0 ? NO_SIZES : sizes,
    isRefresher: affirmed.some(({ text: word, original }) => refresherWords.has(word) || saysRefresher(original)),
    isPeriodic: affirmed.some(({ text: word, original }) => periodicWords.has(word) || periodicWords.has(original)),
    isInitial:
      affirmed.some(({ original }) => original.split(' ').some((word) => initialWords.has(word))) ||
      negated.some(({ text: word }) => refresherWords.has(word)),
    negated: negated.length === 0 ? NO_TEXTS : negated.map((token) => token.stem),
    units: withSubject(distinct(inOrder, vocabulary)).slice(0, MAX_UNITS),
  };
}

/** Whether a word says what was not done, and so excludes nothing: "shaft not isolated", "Seil nicht geprüft". */
function isFinding({ at, original }: Token, tokens: readonly Token[]): boolean {
  return isParticiple(original) && ['not', 'nicht'].includes(tokens[at - 1]?.original ?? '');
}

const TELLS_NO_SUBJECT: ReadonlySet<Unit['kind']> = new Set(['filler', 'person', 'circumstance', 'number']);

/** A place or a part of the body is the subject of a name that has no other: "Eye safety", but not "cut above eye". */
function withSubject(units: readonly Unit[]): readonly Unit[] {
  return units.some(({ kind }) => !TELLS_NO_SUBJECT.has(kind))
    ? units
    : units.map((unit) => (unit.kind === 'circumstance' ? { ...unit, kind: 'word' } : unit));
}

/** Abbreviations of the vocabulary (PPE) are excluded: they may stand for a part of the name only. Fillers (TIPS) are not. */
function abbreviationsIn(text: string, vocabulary: Vocabulary): string[] {
  return [...text.matchAll(BRACKETED_ABBREVIATION)]
    .filter(({ 1: short = '', index }) => !isOfLastWords(short, text.slice(0, index)))
    .map(([, short = '']) => stem(normalizeText(short)))
    .filter((short) => vocabulary.named([short]).every((id) => vocabulary.concept(id).kind === 'filler'));
}

/** The stem of the first abbreviation in brackets that stands for only the last of the words before it. */
function shortOfLastWords(text: string): string | null {
  const found = [...text.matchAll(BRACKETED_ABBREVIATION)].find(({ 1: short = '', index }) =>
    isOfLastWords(short, text.slice(0, index)),
  );
  return found === undefined ? null : stem(normalizeText(found[1] ?? ''));
}

/**
 * Whether an abbreviation stands for the last words of a name only: PPE in "Arc Flash Personal Protective Equipment".
 */
function isOfLastWords(short: string, name: string): boolean {
  const words = splitWords(name).map(({ text }) => text);
  const last = words.slice(-short.length).map(([initial = '']) => initial);
  return words.length > short.length && last.join('') === short.toLowerCase();
}

/**
 * Finds the concepts of a name. A general subject ("safety awareness", "work safely") counts only if the name has no
 * other subject: not in "electrical safety awareness".
 */
function findSpecificConcepts(tokens: readonly Token[], vocabulary: Vocabulary): Concepts {
  const found = findConcepts(tokens, vocabulary);
  const general = found.units.filter(({ unit }) => unit.kind === 'general subject');
  const isSpecific =
    found.left.some(({ text }) => !credentialWords.has(text) && levelAt([text], 0) === null) ||
    found.units.some(({ unit }) => unit.kind === 'subject');
  if (general.length === 0 || !isSpecific) return found;
  const apart = general.map(({ tokens: of }) => findConcepts(of, vocabulary, 1));
  return {
    units: [...found.units.filter((unit) => !general.includes(unit)), ...apart.flatMap(({ units }) => units)].toSorted(
      (a, b) => a.at - b.at,
    ),
    left: [...found.left, ...apart.flatMap(({ left }) => left)].toSorted((a, b) => a.at - b.at),
  };
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

/** Whether a term has a word for a refresher that its translation may lack: "RLS aggiornamento", "MAC SST". */
function saysRefresher(term: string): boolean {
  return term.split(' ').some((word) => refresherWords.has(word)) || /^mac (?:sst|aps|prap)$/.test(term);
}

function plainWords(text: string): string {
  return splitWords(text)
    .map(({ text: word }) => word)
    .join(' ');
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
