import { languages } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { cleanText } from '../words/clean-text.js';
import { codeKey, extractCodes } from '../words/codes.js';
import { credentialWords, expiredWords, periodicWords, saysInitial, saysRefresher } from '../words/word-lists.js';
import { removeDates } from '../words/dates.js';
import { designationsIn, editionsIn } from '../words/designations.js';
import { levelAt } from '../words/levels.js';
import { readPart } from '../words/limits.js';
import { joinNumbers } from '../words/numbers.js';
import { isParticiple } from '../words/participles.js';
import { sizesIn } from '../words/sizes.js';
import { normalizeText, splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';
import { type Concepts, findConcepts } from './find-concepts.js';
import type { ParsedName } from './parsed-name.js';
import { type SpellingCorrection, type Token, tokenize } from './tokenize.js';

/** Shared by all names without such parts, because a library keeps tens of thousands of names in memory. */
const NO_TEXTS: readonly string[] = [];
const NO_SIZES: ParsedName['sizes'] = [];

const BRACKETED_ABBREVIATION = /\((\p{Lu}{2,6})\)/gu;

/** What a name says before its concepts are chosen. */
export interface NameReading extends Pick<
  ParsedName,
  | 'text'
  | 'normalized'
  | 'languages'
  | 'codes'
  | 'isKnownCode'
  | 'abbreviations'
  | 'shortOfLast'
  | 'designations'
  | 'sizes'
  | 'isRefresher'
  | 'isPeriodic'
  | 'isExpired'
  | 'isInitial'
  | 'negated'
> {
  readonly tokens: readonly Token[];
  readonly found: Concepts;
}
/** Reads the words of a topic or a name of a course. */
export function readName(raw: string, vocabulary: Vocabulary, spelling: SpellingCorrection | null): NameReading {
  const text = cleanText(readPart(raw));
  const normalized = plainWords(text);
  const numbered = joinNumbers(text);
  const { codes: allCodes, written, rest } = extractCodes(removeDates(numbered));
  const known = written.flatMap(
    (code) => [code, codeKey(code)].find((form) => vocabulary.named([stem(normalizeText(form))]).length > 0) ?? [],
  );
  const tokens = tokenize([rest, ...known].join(' : '), spelling);
  const affirmed = tokens.filter(({ negation }) => negation === null);
  // "Not required: HLTAID011" asks for no course, by its code either.
  const codes = tokens.length > 0 && affirmed.length === 0 ? NO_TEXTS : allCodes;
  const negated = tokens.filter((token) => token.negation === 'is negated' && !isFinding(token, tokens));
  const shorts = abbreviationsIn(text, vocabulary);
  const designations = [...designationsIn(rest), ...editionsIn(text)];
  const sizes = sizesIn(numbered);
  return {
    text,
    normalized,
    languages: languages().of(normalized.split(' ')),
    codes: codes.length === 0 ? NO_TEXTS : codes,
    isKnownCode: known.length > 0,
    abbreviations: shorts.length === 0 ? NO_TEXTS : shorts,
    shortOfLast: shortOfLastWords(text),
    designations: designations.length === 0 ? NO_TEXTS : designations,
    sizes: sizes.length === 0 ? NO_SIZES : sizes,
    isRefresher: affirmed.some(({ text: word, original }) => saysRefresher(word) || repeats(original)),
    isPeriodic: affirmed.some(({ text: word, original }) => periodicWords.has(word) || periodicWords.has(original)),
    isExpired: affirmed.some(({ text: word }) => expiredWords.has(word)),
    isInitial:
      affirmed.some(({ original }) => original.split(' ').some(saysInitial)) ||
      negated.some(({ text: word }) => saysRefresher(word)),
    negated: negated.length === 0 ? NO_TEXTS : negated.map((token) => token.stem),
    tokens,
    found: findSpecificConcepts(tokens, vocabulary),
  };
}

/** Whether a word says what was not done, and so excludes nothing: "shaft not isolated", "Seil nicht geprüft". */
function isFinding({ at, original }: Token, tokens: readonly Token[]): boolean {
  return isParticiple(original) && ['not', 'nicht'].includes(tokens[at - 1]?.original ?? '');
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

/** Whether a term has a word for a refresher that its translation may lack: "RLS aggiornamento", "MAC SST". */
function repeats(term: string): boolean {
  return term.split(' ').some(saysRefresher) || /^mac (?:sst|aps|prap)$/.test(term);
}

function plainWords(text: string): string {
  return splitWords(text)
    .map(({ text: word }) => word)
    .join(' ');
}
