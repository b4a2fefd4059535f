import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { conceptKey } from '../library/prepared-library.js';
import { levelsAgree } from '../words/levels.js';
import { type UnitSimilarity, compareUnits } from './compare-units.js';
import { findOpposites } from './opposites.js';
import { weightInCourse, weightInTopic } from '../parsing/weights.js';

export interface Match extends UnitSimilarity {
  readonly topic: Unit;
  readonly course: Unit;
}

/** The result of comparing a topic with one name of a course. */
export interface Comparison {
  readonly score: number;
  readonly matches: readonly Match[];
  /** Units of the topic that the name lacks. */
  readonly missing: readonly Unit[];
  /** Units of the topic that the name lacks, but that belong to a concept which both have. */
  readonly implied: readonly Unit[];
  /** Units of the name that the topic lacks. */
  readonly added: readonly Unit[];
  readonly levelsDiffer: boolean;
  readonly opposites: readonly [topic: Unit, course: Unit] | null;
}

/** The facts of a library that comparisons need. */
export interface LibraryContext {
  readonly vocabulary: Vocabulary;
  /** The id of the library's default setting: naming it tells little. */
  readonly defaultSetting: number | null;
  /** How rare a concept or word is in the library, 0 to 1. */
  rarity(key: string): number;
}

/**
 * The higher the exponent, the more the score falls with what is not answered, or with what the topic does not ask for.
 */
const ANSWERED_EXPONENT = 1.2;
const ASKED_EXPONENT = 0.5;
/** Units in another segment of the name ("… - Introduction to Field Leadership Part 4") count less. */
const OTHER_SEGMENT_FACTOR = 0.4;
const IMPLIED_SHARE = 0.85;
const LEVELS_DIFFER_FACTOR = 0.4;
const OPPOSITES_FACTOR = 0.4;
/**
 * The two share only a place or a person, and the course has a subject of its own: "office safety" and "harassment in
 * the office".
 */
const NO_SUBJECT_FACTOR = 0.5;
const SUBJECT_KINDS: ReadonlySet<Unit['kind']> = new Set(['subject', 'general subject', 'word', 'action']);
/** A word that is in neither the library nor the vocabulary (a brand, a scheme) counts less if it is missing. */
const UNKNOWN_WORD_SHARE = 0.5;
/** A concept whose words the course has, but not as a term. */
const ALL_WORDS_SHARE = 0.85;

export function compare(topic: ParsedName, name: ParsedName, context: LibraryContext): Comparison {
  return scoreMatches(topic, name, combineWithinTerm(matchUnits(topic, name, context)), context);
}

/**
 * Compares like {@link compare}, but only if the two have something in common, which most names do not.
 * @returns null if they have nothing in common, for a score of 0
 */
export function compareIfRelated(topic: ParsedName, name: ParsedName, context: LibraryContext): Comparison | null {
  const found = matchUnits(topic, name, context);
  return found.every(({ match }) => match === null)
    ? null
    : scoreMatches(topic, name, combineWithinTerm(found), context);
}

function matchUnits(topic: ParsedName, name: ParsedName, { vocabulary }: LibraryContext): readonly Found[] {
  const hasStem = stemsOf(name.units);
  return topic.units.map((unit) => ({ unit, match: bestMatch(unit, name.units, hasStem, vocabulary) }));
}

/** Whether a unit of a name has a stem. */
type HasStem = (stemmed: string) => boolean;

/** The set is built at the first call, because most comparisons do not need it. */
function stemsOf(units: readonly Unit[]): HasStem {
  let stems: ReadonlySet<string> | null = null;
  return (stemmed) => (stems ??= new Set(units.flatMap(({ stems: of }) => of))).has(stemmed);
}

function scoreMatches(
  topic: ParsedName,
  name: ParsedName,
  found: readonly Found[],
  context: LibraryContext,
): Comparison {
  const matches: Match[] = [];
  const missing: Unit[] = [];
  const implied: Unit[] = [];
  const asked = new Map<Unit, number>();
  let wanted = 0;
  let answered = 0;
  const shared = sharedConcepts(topic, name);
  const meant = new Set(found.filter(({ match }) => match?.relation === 'same').map(({ match }) => match?.course));
  for (const { unit, match } of found) {
    const weight = weightInTopic(effectiveKind(unit, context), rarityOf(unit, context));
    wanted += weight;
    // Another word of a term that is matched already: "power" in "electrical power safety".
    if (match?.relation === 'alike' && meant.has(match.course)) answered += weight;
    else if (match === null && isImplied(unit, shared, context.vocabulary)) {
      implied.push(unit);
      answered += weight * IMPLIED_SHARE;
    } else if (match === null) missing.push(unit);
    else {
      matches.push(match);
      answered += weight * match.answered;
      for (const part of match.units) asked.set(part, Math.max(asked.get(part) ?? 0, match.asked));
    }
  }
  const added = name.units.filter((unit) => !asked.has(unit));
  wanted -= unknownWordDiscount(missing, added, context);
  const opposites =
    findOpposites(missing, added, context.vocabulary) ?? findSiblings(matches, added, context.vocabulary);
  const levelsDiffer = !levelsAgree(topic.level, name.level);
  const score =
    (wanted === 0 ? 0 : (answered / wanted) ** ANSWERED_EXPONENT) *
    shareAskedFor(name.units, asked, context) ** ASKED_EXPONENT *
    (levelsDiffer ? LEVELS_DIFFER_FACTOR : 1) *
    (sharesSubject(matches, added) ? 1 : NO_SUBJECT_FACTOR) *
    (opposites === null ? 1 : OPPOSITES_FACTOR);
  return { score, matches, missing, implied, added, levelsDiffer, opposites };
}

interface FoundMatch extends Match {
  /** The matched units of the course. */
  readonly units: readonly Unit[];
}

function bestMatch(topic: Unit, units: readonly Unit[], hasStem: HasStem, vocabulary: Vocabulary): FoundMatch | null {
  let found: FoundMatch | null = null;
  for (const course of units) {
    const like = compareUnits(topic, course, vocabulary);
    if (like !== null && (found === null || like.answered * like.asked > found.answered * found.asked))
      found = { ...like, topic, course, units: [course] };
  }
  return found ?? matchAcrossUnits(topic, units, hasStem, vocabulary);
}

interface Found {
  readonly unit: Unit;
  readonly match: FoundMatch | null;
}

/**
 * Words of the topic that are in the same term of the course count more together: "surface induction" in "surface mine
 * induction".
 */
function combineWithinTerm(found: readonly Found[]): readonly Found[] {
  const alike = new Map<Unit, Set<string>>();
  for (const { unit, match } of found) {
    if (match?.relation !== 'alike' || match.course.concepts.length === 0) continue;
    const stems = alike.get(match.course) ?? new Set();
    for (const stemmed of unit.stems) stems.add(stemmed);
    alike.set(match.course, stems);
  }
  return alike.size === 0
    ? found
    : found.map(({ unit, match }) => {
        const stems = match?.relation === 'alike' ? alike.get(match.course) : undefined;
        if (match === null || stems === undefined) return { unit, match };
        const shared = match.course.stems.filter((stemmed) => stems.has(stemmed)).length;
        return shared < 2
          ? { unit, match }
          : {
              unit,
              match: {
                ...match,
                answered: Math.max(match.answered, ALL_WORDS_SHARE),
                asked: Math.max(match.asked, shared / match.course.stems.length),
              },
            };
      });
}

/**
 * Finds the words of a concept, or of one of its aliases, in several units: "Wrist, hand and finger safety" has those
 * of "hand safety", "Switching - High Voltage" those of an alias of "HV switching".
 */
function matchAcrossUnits(
  topic: Unit,
  units: readonly Unit[],
  hasStem: HasStem,
  vocabulary: Vocabulary,
): FoundMatch | null {
  const parts = unitsWithStems(topic.stems, units) ?? unitsWithAlias(topic, units, hasStem, vocabulary);
  const [first] = parts ?? [];
  if (first !== undefined && parts?.every((part) => part === first) && isKnownAsAnother(topic, first)) return null;
  return parts === null || first === undefined
    ? null
    : { answered: ALL_WORDS_SHARE, asked: ALL_WORDS_SHARE, relation: 'alike', topic, course: first, units: parts };
}

/**
 * Whether a longer term of the course contains the topic's words, but is known as another concept: "mental health first
 * aid" and "first aid".
 */
function isKnownAsAnother(topic: Unit, course: Unit): boolean {
  return topic.concepts.length > 0 && course.concepts.length > 0 && course.stems.length > topic.stems.length;
}

/** For an alias only whole units count: "prevent falls" is not in "Preventing Slips, Trips and Falls". */
function unitsWithAlias(
  { concepts }: Unit,
  units: readonly Unit[],
  hasStem: HasStem,
  vocabulary: Vocabulary,
): Unit[] | null {
  for (const term of concepts.flatMap((id) => vocabulary.termsOf(id))) {
    if (term.length < 2 || !term.every(hasStem)) continue;
    const whole = units.filter(({ stems }) => stems.every((stem) => term.includes(stem)));
    const parts = unitsWithStems(term, whole);
    if (parts !== null) return parts;
  }
  return null;
}

function unitsWithStems(stems: readonly string[], units: readonly Unit[]): Unit[] | null {
  if (stems.length < 2) return null;
  const parts = stems.map((stem) => units.find(({ stems: of }) => of.includes(stem)));
  return parts.every((part) => part !== undefined) ? parts : null;
}

function shareAskedFor(units: readonly Unit[], asked: ReadonlyMap<Unit, number>, context: LibraryContext): number {
  const partsAsked = new Set([...asked.keys()].map(({ segment }) => segment));
  let all = 0;
  let share = 0;
  for (const unit of units) {
    const elsewhere = !partsAsked.has(unit.segment) && unit.kind !== 'setting';
    const weight =
      weightInCourse(effectiveKind(unit, context), rarityOf(unit, context)) * (elsewhere ? OTHER_SEGMENT_FACTOR : 1);
    all += weight;
    share += weight * (asked.get(unit) ?? 0);
  }
  return all === 0 ? 0 : share / all;
}

/**
 * The weight subtracted for unknown words of the topic. It is 0 if the name has a subject of its own instead: "Sydney"
 * and "Perth Depot".
 */
function unknownWordDiscount(missing: readonly Unit[], added: readonly Unit[], context: LibraryContext): number {
  if (added.some(({ kind }) => SUBJECT_KINDS.has(kind))) return 0;
  const foreign = missing.filter(
    ({ kind, stems: [stemmed = ''] }) =>
      kind === 'word' && context.rarity(stemmed) === 1 && !context.vocabulary.stems.has(stemmed),
  );
  return foreign.reduce((sum, unit) => sum + weightInTopic(unit.kind, 1), 0) * UNKNOWN_WORD_SHARE;
}

function effectiveKind({ kind, concepts }: Unit, { defaultSetting }: LibraryContext): Unit['kind'] {
  return kind === 'setting' && defaultSetting !== null && concepts.includes(defaultSetting) ? 'common setting' : kind;
}

/** The rarity of a unit's concepts or words in the library. */
export function rarityOf({ concepts, stems }: Unit, context: LibraryContext): number {
  return Math.max(...(concepts.length > 0 ? concepts.map(conceptKey) : stems).map((key) => context.rarity(key)));
}

/**
 * Whether a word belongs to a term of a concept that topic and course share: "entry" with PRCS, because the vocabulary
 * has "confined space entry". Roles and settings are never implied.
 */
function isImplied({ kind, stems }: Unit, shared: readonly number[], vocabulary: Vocabulary): boolean {
  if (kind === 'role' || kind === 'setting' || stems.length > 1) return false;
  const [stemmed = ''] = stems;
  return shared.some((id) => vocabulary.hasStem(id, stemmed));
}

function sharedConcepts(topic: ParsedName, name: ParsedName): readonly number[] {
  const taught = new Set(name.units.flatMap(({ concepts }) => concepts));
  return topic.units.flatMap(({ concepts }) => concepts).filter((id) => taught.has(id));
}

/**
 * Finds a course on another kind of the same broader concept: "Forklift (counterbalance)" is not for order pickers,
 * although it is about forklifts.
 */
function findSiblings(matches: readonly Match[], added: readonly Unit[], vocabulary: Vocabulary): [Unit, Unit] | null {
  for (const { relation, topic, course } of matches) {
    if (relation !== 'broader') continue;
    const sibling = added.find(({ concepts }) =>
      concepts.some((id) => course.concepts.some((parent) => vocabulary.broader(id).has(parent))),
    );
    if (sibling !== undefined) return [topic, sibling];
  }
  return null;
}

function sharesSubject(matches: readonly Match[], added: readonly Unit[]): boolean {
  return (
    matches.some(({ course: { kind } }) => SUBJECT_KINDS.has(kind)) ||
    !added.some(({ kind }) => SUBJECT_KINDS.has(kind))
  );
}
