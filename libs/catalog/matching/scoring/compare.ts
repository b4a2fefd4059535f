import type { Reading, Unit } from '../reading/reading.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { conceptKey } from '../library/prepared-library.js';
import { levelsAgree } from '../words/levels.js';
import { type Likeness, likeness } from './likeness.js';
import { findOpposed } from './opposites.js';
import { weightInCourse, weightInTopic } from '../reading/weights.js';

export interface Match extends Likeness {
  readonly topic: Unit;
  readonly course: Unit;
}

/** What a topic and one name of a course have in common, and what not. */
export interface Comparison {
  readonly score: number;
  readonly matches: readonly Match[];
  /** Of the topic, not in the name. */
  readonly missing: readonly Unit[];
  /** Of the topic, not in the name, and part of what both speak of. */
  readonly implied: readonly Unit[];
  /** Of the name, not in the topic. */
  readonly added: readonly Unit[];
  readonly levelsDiffer: boolean;
  readonly opposed: readonly [topic: Unit, course: Unit] | null;
}

/** What a comparison needs to know beyond the two names. */
export interface Measures {
  readonly vocabulary: Vocabulary;
  /** The setting that the library takes for granted: naming it tells little. */
  readonly home: number | null;
  /** How rare a concept or word is in the library, 0 to 1. */
  rarity(key: string): number;
}

/** How hard the score falls with what of the topic is not answered, and with what the course adds. */
const ANSWERED_EXPONENT = 1.2;
const ASKED_EXPONENT = 0.5;
/** Another part of the course's name ("… - Introduction to Field Leadership Part 4") says less against it. */
const IN_ANOTHER_PART = 0.4;
const IMPLIED = 0.85;
const LEVELS_DIFFER = 0.4;
const OPPOSED = 0.4;
/**
 * The two have a place or an attendant in common, and the course is about something: "office safety" and "harassment in
 * the office".
 */
const NO_SUBJECT = 0.5;
const ABOUT: ReadonlySet<Unit['kind']> = new Set(['subject', 'general subject', 'word', 'action']);
/** A word that neither the library nor any family has (a brand, a scheme) says less of what is missing. */
const FOREIGN = 0.5;
/** A concept that the course's words have, though not as a term. */
const ALL_WORDS = 0.85;

export function compare(topic: Reading, name: Reading, measures: Measures): Comparison {
  return weigh(topic, name, together(matched(topic, name, measures)), measures);
}

/**
 * As {@link compare}, but that nothing is weighed where the two have nothing in common: of most names of the courses
 * that are looked at.
 * @returns null there, for a score of 0
 */
export function compareAlike(topic: Reading, name: Reading, measures: Measures): Comparison | null {
  const found = matched(topic, name, measures);
  return found.every(({ match }) => match === null) ? null : weigh(topic, name, together(found), measures);
}

function matched(topic: Reading, name: Reading, { vocabulary }: Measures): readonly Found[] {
  const hasStem = stemsOf(name.units);
  return topic.units.map((unit) => ({ unit, match: best(unit, name.units, hasStem, vocabulary) }));
}

/** Whether a stem is in one of the units of a name. */
type HasStem = (stemmed: string) => boolean;

/** The set is built on the first call: most comparisons do without. */
function stemsOf(units: readonly Unit[]): HasStem {
  let stems: ReadonlySet<string> | null = null;
  return (stemmed) => (stems ??= new Set(units.flatMap(({ stems: of }) => of))).has(stemmed);
}

function weigh(topic: Reading, name: Reading, found: readonly Found[], measures: Measures): Comparison {
  const matches: Match[] = [];
  const missing: Unit[] = [];
  const implied: Unit[] = [];
  const asked = new Map<Unit, number>();
  let wanted = 0;
  let answered = 0;
  const shared = sharedConcepts(topic, name);
  const meant = new Set(found.filter(({ match }) => match?.how === 'same').map(({ match }) => match?.course));
  for (const { unit, match } of found) {
    const weight = weightInTopic(kindOf(unit, measures), rarityOf(unit, measures));
    wanted += weight;
    // A further word of a term that is meant anyway: "power" in "electrical power safety".
    if (match?.how === 'alike' && meant.has(match.course)) answered += weight;
    else if (match === null && isImplied(unit, shared, measures.vocabulary)) {
      implied.push(unit);
      answered += weight * IMPLIED;
    } else if (match === null) missing.push(unit);
    else {
      matches.push(match);
      answered += weight * match.answered;
      for (const part of match.parts) asked.set(part, Math.max(asked.get(part) ?? 0, match.asked));
    }
  }
  const added = name.units.filter((unit) => !asked.has(unit));
  wanted -= foreignShare(missing, added, measures);
  const opposed = findOpposed(missing, added, measures.vocabulary) ?? findSiblings(matches, added, measures.vocabulary);
  const levelsDiffer = !levelsAgree(topic.level, name.level);
  const score =
    (wanted === 0 ? 0 : (answered / wanted) ** ANSWERED_EXPONENT) *
    askedShare(name.units, asked, measures) ** ASKED_EXPONENT *
    (levelsDiffer ? LEVELS_DIFFER : 1) *
    (sharesSubject(matches, added) ? 1 : NO_SUBJECT) *
    (opposed === null ? 1 : OPPOSED);
  return { score, matches, missing, implied, added, levelsDiffer, opposed };
}

interface FoundMatch extends Match {
  /** The units of the course that took part. */
  readonly parts: readonly Unit[];
}

function best(topic: Unit, units: readonly Unit[], hasStem: HasStem, vocabulary: Vocabulary): FoundMatch | null {
  let found: FoundMatch | null = null;
  for (const course of units) {
    const like = likeness(topic, course, vocabulary);
    if (like !== null && (found === null || like.answered * like.asked > found.answered * found.asked))
      found = { ...like, topic, course, parts: [course] };
  }
  return found ?? allWords(topic, units, hasStem, vocabulary);
}

interface Found {
  readonly unit: Unit;
  readonly match: FoundMatch | null;
}

/**
 * Words of the topic that stand in one term of the course say more together: "surface induction" of "surface mine
 * induction".
 */
function together(found: readonly Found[]): readonly Found[] {
  const alike = new Map<Unit, Set<string>>();
  for (const { unit, match } of found) {
    if (match?.how !== 'alike' || match.course.concepts.length === 0) continue;
    const stems = alike.get(match.course) ?? new Set();
    for (const stemmed of unit.stems) stems.add(stemmed);
    alike.set(match.course, stems);
  }
  return alike.size === 0
    ? found
    : found.map(({ unit, match }) => {
        const stems = match?.how === 'alike' ? alike.get(match.course) : undefined;
        if (match === null || stems === undefined) return { unit, match };
        const shared = match.course.stems.filter((stemmed) => stems.has(stemmed)).length;
        return shared < 2
          ? { unit, match }
          : {
              unit,
              match: {
                ...match,
                answered: Math.max(match.answered, ALL_WORDS),
                asked: Math.max(match.asked, shared / match.course.stems.length),
              },
            };
      });
}

/**
 * "Wrist, hand and finger safety" has all words of the concept "hand safety", "Switching - High Voltage" those of a
 * term for "HV switching".
 */
function allWords(topic: Unit, units: readonly Unit[], hasStem: HasStem, vocabulary: Vocabulary): FoundMatch | null {
  const parts = partsWith(topic.stems, units) ?? inOtherWords(topic, units, hasStem, vocabulary);
  const [first] = parts ?? [];
  if (first !== undefined && parts?.every((part) => part === first) && isAnother(topic, first)) return null;
  return parts === null || first === undefined
    ? null
    : { answered: ALL_WORDS, asked: ALL_WORDS, how: 'alike', topic, course: first, parts };
}

/**
 * A term of the course that has the topic's words in it, and is known to be something else: "mental health first aid"
 * to "first aid".
 */
function isAnother(topic: Unit, course: Unit): boolean {
  return topic.concepts.length > 0 && course.concepts.length > 0 && course.stems.length > topic.stems.length;
}

/**
 * In other words than the topic's, only whole units count: "prevent falls" is not in "Preventing Slips, Trips and
 * Falls".
 */
function inOtherWords(
  { concepts }: Unit,
  units: readonly Unit[],
  hasStem: HasStem,
  vocabulary: Vocabulary,
): Unit[] | null {
  for (const term of concepts.flatMap((id) => vocabulary.termsOf(id))) {
    if (term.length < 2 || !term.every(hasStem)) continue;
    const whole = units.filter(({ stems }) => stems.every((stem) => term.includes(stem)));
    const parts = partsWith(term, whole);
    if (parts !== null) return parts;
  }
  return null;
}

function partsWith(stems: readonly string[], units: readonly Unit[]): Unit[] | null {
  if (stems.length < 2) return null;
  const parts = stems.map((stem) => units.find(({ stems: of }) => of.includes(stem)));
  return parts.every((part) => part !== undefined) ? parts : null;
}

function askedShare(units: readonly Unit[], asked: ReadonlyMap<Unit, number>, measures: Measures): number {
  const partsAsked = new Set([...asked.keys()].map(({ part }) => part));
  let all = 0;
  let share = 0;
  for (const unit of units) {
    const elsewhere = !partsAsked.has(unit.part) && unit.kind !== 'setting';
    const weight = weightInCourse(kindOf(unit, measures), rarityOf(unit, measures)) * (elsewhere ? IN_ANOTHER_PART : 1);
    all += weight;
    share += weight * (asked.get(unit) ?? 0);
  }
  return all === 0 ? 0 : share / all;
}

/**
 * What less is wanted for words from elsewhere; nothing less where the name has a thing of its own in their place:
 * "Sydney" and "Perth Depot".
 */
function foreignShare(missing: readonly Unit[], added: readonly Unit[], measures: Measures): number {
  if (added.some(({ kind }) => ABOUT.has(kind))) return 0;
  const foreign = missing.filter(
    ({ kind, stems: [stemmed = ''] }) =>
      kind === 'word' && measures.rarity(stemmed) === 1 && !measures.vocabulary.stems.has(stemmed),
  );
  return foreign.reduce((sum, unit) => sum + weightInTopic(unit.kind, 1), 0) * FOREIGN;
}

function kindOf({ kind, concepts }: Unit, { home }: Measures): Unit['kind'] {
  return kind === 'setting' && home !== null && concepts.includes(home) ? 'common setting' : kind;
}

/** How rare in the library what a unit speaks of is. */
export function rarityOf({ concepts, stems }: Unit, measures: Measures): number {
  return Math.max(...(concepts.length > 0 ? concepts.map(conceptKey) : stems).map((key) => measures.rarity(key)));
}

/**
 * A word that belongs to a term of a concept which topic and course share: "entry" beside PRCS, as the vocabulary knows
 * of "confined space entry". A role or a setting is never implied.
 */
function isImplied({ kind, stems }: Unit, shared: readonly number[], vocabulary: Vocabulary): boolean {
  if (kind === 'role' || kind === 'setting' || stems.length > 1) return false;
  const [stemmed = ''] = stems;
  return shared.some((id) => vocabulary.hasStem(id, stemmed));
}

function sharedConcepts(topic: Reading, name: Reading): readonly number[] {
  const taught = new Set(name.units.flatMap(({ concepts }) => concepts));
  return topic.units.flatMap(({ concepts }) => concepts).filter((id) => taught.has(id));
}

/**
 * A course on another kind of the same broader thing: "Forklift (counterbalance)" is not for order pickers, though it
 * is on forklifts.
 */
function findSiblings(matches: readonly Match[], added: readonly Unit[], vocabulary: Vocabulary): [Unit, Unit] | null {
  for (const { how, topic, course } of matches) {
    if (how !== 'broader') continue;
    const sibling = added.find(({ concepts }) =>
      concepts.some((id) => course.concepts.some((parent) => vocabulary.broader(id).has(parent))),
    );
    if (sibling !== undefined) return [topic, sibling];
  }
  return null;
}

function sharesSubject(matches: readonly Match[], added: readonly Unit[]): boolean {
  return matches.some(({ course: { kind } }) => ABOUT.has(kind)) || !added.some(({ kind }) => ABOUT.has(kind));
}
