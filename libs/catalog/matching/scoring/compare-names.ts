import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { levelsAgree } from '../words/levels.js';
import { type Found, type Match, combineWithinTerm, matchUnits } from './match-units.js';
import { onlyOneOperates } from './only-one-operates.js';
import { findOpposites, isQualifier } from './opposites.js';
import { weightInTopic } from '../parsing/weights.js';
import { shareAskedFor } from './asked-share.js';
import { type LibraryContext, effectiveKind, rarityOf } from './library-context.js';
import { inOneList } from './in-one-list.js';
import { NEUTRAL_SHARE, residueShares } from './residue.js';
import { MIN_SLOTS, slotsFactor } from './slots.js';

/** The result of comparing a topic with one name of a course. */
export interface Comparison {
  readonly score: number;
  /** The factor for what the two do not agree on: see `slotsFactor`. */
  readonly slots: number;
  /**
   * Whether the topic explains the course: it asks for what the course has, and the course lacks only circumstances.
   */
  readonly isExplained: boolean;
  /**
   * Whether the name answers most of the topic, and lacks nothing of it that makes another course, nor adds a role or
   * setting.
   */
  readonly answersMost: boolean;
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

/**
 * The higher the exponent, the more the score falls with what is not answered, or with what the topic does not ask for.
 */
const ANSWERED_EXPONENT = 1.2;
const ASKED_EXPONENT = 0.5;
const IMPLIED_SHARE = 0.85;
const LEVELS_DIFFER_FACTOR = 0.4;
const OPPOSITES_FACTOR = 0.4;
/**
 * The two share only a place or a person, and the course has a subject of its own: "office safety" and "harassment in
 * the office".
 */
const NO_SUBJECT_FACTOR = 0.5;
const SUBJECT_KINDS: ReadonlySet<Unit['kind']> = new Set(['subject', 'general subject', 'word', 'action']);
/** The share of a name that a topic must ask for to explain it. */
const MIN_ASKED = 0.8;
/** The same for a name that is broader than the topic: what the name adds may narrow it to something else. */
const MIN_ASKED_OF_BROADER = 0.35;
/** The share of a topic that is most of it. */
const MIN_ANSWERED = 0.5;
/** From this share on, words that are alike have a subject in common: "tyre" and "tyre safety". */
const MIN_ALIKE = 0.85;
const TELLS_SUBJECT: ReadonlySet<Unit['kind']> = new Set(['subject', 'word', 'mechanism']);
const MAKES_ANOTHER_COURSE: ReadonlySet<Unit['kind']> = new Set(['role', 'setting', 'action']);
const SAYS_NOTHING: ReadonlySet<Unit['kind']> = new Set(['filler', 'person', 'circumstance', 'number']);

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

/** What a name answers of a topic. */
interface Answers extends Pick<Comparison, 'matches' | 'missing' | 'implied'> {
  /** The missing units that count against the name. */
  readonly contrary: readonly Unit[];
  /** By how much the topic asks for each unit of the name, 0 to 1. */
  readonly asked: Map<Unit, number>;
  /** The answered share of the topic, by the weights of its units. */
  readonly share: number;
}

function answersOf(topic: ParsedName, name: ParsedName, found: readonly Found[], context: LibraryContext): Answers {
  const matches: Match[] = [];
  const missing: Unit[] = [];
  const implied: Unit[] = [];
  const asked = new Map<Unit, number>();
  let wanted = 0;
  let answered = 0;
  const contrary: Unit[] = [];
  const shared = sharedConcepts(topic, name);
  const meant = new Set(found.filter(({ match }) => match?.relation === 'same').map(({ match }) => match?.course));
  const residue = residueShares(found, context);
  for (const [index, { unit, match }] of found.entries()) {
    const weight =
      weightInTopic(effectiveKind(unit, context), rarityOf(unit, context)) *
      (match === null ? (residue[index] ?? 1) : 1);
    wanted += weight;
    // Another word of a term that is matched already: "power" in "electrical power safety".
    if (match?.relation === 'alike' && meant.has(match.course)) answered += weight;
    else if (match === null && isImplied(unit, shared, context.vocabulary)) {
      implied.push(unit);
      answered += weight * IMPLIED_SHARE;
    } else if (match === null) {
      missing.push(unit);
      if ((residue[index] ?? 1) > NEUTRAL_SHARE && !SAYS_NOTHING.has(unit.kind)) contrary.push(unit);
    } else {
      matches.push(match);
      answered += weight * match.answered;
      for (const part of match.units) asked.set(part, Math.max(asked.get(part) ?? 0, match.asked));
    }
  }
  for (const unit of name.units) if (!asked.has(unit) && isInMatchedTerm(unit, matches)) asked.set(unit, 1);
  return { matches, missing, implied, contrary, asked, share: wanted === 0 ? 0 : answered / wanted };
}

function scoreMatches(
  topic: ParsedName,
  name: ParsedName,
  found: readonly Found[],
  context: LibraryContext,
): Comparison {
  const { matches, missing, implied, contrary, asked, share } = answersOf(topic, name, found, context);
  const added = name.units.filter((unit) => !asked.has(unit));
  const opposites =
    findOpposites(missing, added, context.vocabulary, samePlace(matches)) ??
    findSiblings({ matches, missing }, added, context.vocabulary);
  const levelsDiffer = !levelsAgree(topic.level, name.level) || onlyOneOperates(topic, name, matches);
  const slots = slotsFactor(topic, name);
  const shareAsked = shareAskedFor(name.units, asked, context);
  // Both say the size, and `slots` that it is the same: "excavator <10t" asks for "A58 excavator below 10 tonnes".
  const haveSizes = topic.sizes.length > 0 && name.sizes.length > 0;
  const agrees =
    slots >= MIN_SLOTS &&
    !levelsDiffer &&
    opposites === null &&
    matches.every(({ relation }) => relation !== 'near' && (relation !== 'narrower' || haveSizes));
  const isExplained = agrees && shareAsked >= MIN_ASKED && contrary.length === 0;
  const answersMost =
    agrees &&
    share >= MIN_ANSWERED &&
    sharesSubjectOf(matches, missing, added) &&
    (shareAsked >= MIN_ASKED_OF_BROADER || matches.every(({ relation }) => relation !== 'broader')) &&
    !areOtherAspects(matches, missing, added, context.vocabulary) &&
    !missing.some(({ kind }) => MAKES_ANOTHER_COURSE.has(kind)) &&
    !added.some((unit) => ['role', 'setting'].includes(effectiveKind(unit, context)));
  const score =
    share ** ANSWERED_EXPONENT *
    shareAsked ** ASKED_EXPONENT *
    (levelsDiffer ? LEVELS_DIFFER_FACTOR : 1) *
    slots *
    (sharesSubject(matches, added) ? 1 : NO_SUBJECT_FACTOR) *
    (opposites === null ? 1 : OPPOSITES_FACTOR);
  return { score, slots, isExplained, answersMost, matches, missing, implied, added, levelsDiffer, opposites };
}

/**
 * Whether topic and name have a subject in common. Words that are only alike count if the name does not have a subject
 * instead of another one: "underground coal induction" is not for "underground metalliferous induction".
 */
function sharesSubjectOf(matches: readonly Match[], missing: readonly Unit[], added: readonly Unit[]): boolean {
  const ofSubjects = matches.filter(({ topic }) => TELLS_SUBJECT.has(topic.kind) && !isQualifier(topic));
  if (ofSubjects.some(({ relation }) => relation !== 'alike')) return true;
  const replaces = [missing, added].every((units) => units.some(({ kind }) => TELLS_SUBJECT.has(kind)));
  return !replaces && ofSubjects.some(({ answered }) => answered >= MIN_ALIKE);
}

/**
 * Whether topic and name have only one thing in common, of which each says something else: "copper theft" and "Copper
 * Cabling". What happened to the thing is no other aspect of it.
 */
function areOtherAspects(
  matches: readonly Match[],
  missing: readonly Unit[],
  added: readonly Unit[],
  { stems: known }: Vocabulary,
): boolean {
  const [shared, ...others] = matches.filter(({ topic: { kind } }) => !SAYS_NOTHING.has(kind));
  if (shared === undefined || others.length > 0 || shared.topic.kind === 'mechanism') return false;
  const { kind: ofShared, segment } = shared.topic;
  const isAspect = ({ kind, joinedStems, segment: place }: Unit): boolean =>
    place === segment && (kind === 'subject' || (kind === 'word' && ofShared === 'word' && known.has(joinedStems)));
  if (!missing.some(isAspect) || missing.some(({ kind }) => kind === 'mechanism')) return false;
  // Another item of the same list says nothing of the shared one: "Hand, Wrist, and Finger Safety".
  const { course } = shared;
  return added.some(
    (unit) =>
      (unit.kind === 'word' || unit.kind === 'subject') &&
      !inOneList(unit, course) &&
      !missing.some(({ stems }) => stems.includes(unit.joinedStems)),
  );
}

/** Whether a unit of the topic and one of the name stand in segments that share something. */
function samePlace(matches: readonly Match[]): (one: Unit, other: Unit) => boolean {
  return (one, other) =>
    matches.some(({ topic, course }) => topic.segment === one.segment && course.segment === other.segment);
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

/**
 * Whether a word of the name is a word of a term of the topic, if another unit beside it answers that term: "issuer" of
 * "permit issuer" in "Permit to Work Issuer".
 */
function isInMatchedTerm({ stems, joinedStems, segment }: Unit, matches: readonly Match[]): boolean {
  if (stems.length > 1) return false;
  return matches.some(
    ({ topic, course }) => topic.stems.length > 1 && topic.stems.includes(joinedStems) && course.segment === segment,
  );
}

function sharedConcepts(topic: ParsedName, name: ParsedName): readonly number[] {
  const taught = new Set(name.units.flatMap(({ concepts }) => concepts));
  return topic.units.flatMap(({ concepts }) => concepts).filter((id) => taught.has(id));
}

/**
 * Finds a course on another kind of the same broader concept: "Forklift (counterbalance)" is not for order pickers,
 * although it is about forklifts, and "Bucket Truck" is not for "aerial lift (scissor)".
 */
function findSiblings(
  { matches, missing }: Pick<Answers, 'matches' | 'missing'>,
  added: readonly Unit[],
  vocabulary: Vocabulary,
): [Unit, Unit] | null {
  for (const { relation, topic, course } of matches) {
    const kinds = relation === 'broader' ? added : relation === 'narrower' ? missing : [];
    const [parents, own] =
      relation === 'broader' ? [course.concepts, topic.concepts] : [topic.concepts, course.concepts];
    const isKindOf = (id: number, others: readonly number[]): boolean =>
      others.some((other) => vocabulary.broader(id).has(other));
    const sibling = kinds.find(({ concepts }) => concepts.some((id) => isKindOf(id, parents) && !isKindOf(id, own)));
    if (sibling !== undefined) return relation === 'broader' ? [topic, sibling] : [sibling, course];
  }
  return null;
}

function sharesSubject(matches: readonly Match[], added: readonly Unit[]): boolean {
  return matches.some(isOfSubject) || !added.some(({ kind }) => SUBJECT_KINDS.has(kind));
}

/** A mechanism is the subject of a course that names it ("Ammonia Leaks and Emergencies"), whatever else it has. */
function isOfSubject({ topic, course: { kind } }: Match): boolean {
  return topic.kind !== 'circumstance' && (kind === 'mechanism' || SUBJECT_KINDS.has(kind));
}
