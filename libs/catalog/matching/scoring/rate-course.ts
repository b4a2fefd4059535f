import type { PreparedCourse, PreparedName } from '../library/prepared-library.js';
import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import { type Comparison, compareIfRelated } from './compare-names.js';
import { type LibraryContext } from './library-context.js';
import { isCitation, separateCitations } from '../words/citations.js';
import { ComparisonBudget } from './comparison-budget.js';
import { evidenceOf, evidenceOfEqual } from './evidence.js';
import { MIN_SLOTS, slotReasons, slotsFactor } from './slots.js';

/**
 * How close a course is to a topic: the same words (2), the same concepts in other words (1), or broader and related
 * ones as well (0).
 */
export type Closeness = 0 | 1 | 2;

export interface Rating {
  /** 0 to 1. */
  readonly score: number;
  readonly closeness: Closeness;
  /** Whether the topic explains the course: see `Comparison`. */
  readonly isExplained: boolean;
  /** As in {@link Comparison}. */
  readonly answersMost: boolean;
  /** What was compared; null if the name or code is equal. */
  readonly basis: Basis | null;
  /** Built only for the courses that are shown. */
  readonly evidence: () => readonly string[];
}

/** A comparison of a topic with the name of a course that answers it best. */
export interface Basis {
  readonly comparison: Comparison;
  readonly topic: ParsedName;
  readonly name: ParsedName;
}

/** Equal except for words about credentials: "Working at Heights Refresher 2026". */
const SAME_CORE_SCORE = 0.98;
/** Leaves the name of a course more than a similar one ({@link MAX_SIMILAR_SCORE}) if only the refresher is missing. */
const SLOTS_SHARE = 0.5;
const SAME_CODE_SCORE = 0.97;
/** Below what is recommended: several courses cite the section. */
const SHARED_CITATION_SCORE = 0.5;
/** The most that a course scores whose name is not equal to the topic. */
export const MAX_SIMILAR_SCORE = 0.96;
/** The share of the score for equal words; it decides between courses with the same meaning. */
const SAME_WORDS_SHARE = 0.06;
const TELLS_NOTHING: ReadonlySet<Unit['kind']> = new Set(['filler', 'person', 'circumstance']);
const EQUAL = { closeness: 2, isExplained: true, answersMost: true, basis: null } as const;
const NO_RATING: Rating = {
  score: 0,
  closeness: 0,
  isExplained: false,
  answersMost: false,
  basis: null,
  evidence: () => [],
};

/**
 * Rates a course by its name that answers the topic best.
 * @param budget the remaining comparisons for the topic; when they are used up, only equal names and codes are found
 */
export function rateCourse(
  topic: ParsedName,
  { names }: PreparedCourse,
  context: LibraryContext,
  budget = new ComparisonBudget(),
): Rating {
  const [title, ...topics] = names;
  if (title === undefined) return NO_RATING;
  const ofTitle = rateName(topic, title, context, budget);
  const ofTopics = topics.map((name) => underTitle(rateName(topic, name, context, budget), topic, title.parsed));
  return ofTopics.reduce((best, rating) => (rating.score > best.score ? rating : best), ofTitle);
}

/**
 * A title may limit what a course is for: "Boom Lift under 11 m" is not for "boom lift over 11 m", although one of its
 * topics is "boom lift".
 */
function underTitle(rating: Rating, topic: ParsedName, title: ParsedName): Rating {
  const { basis } = rating;
  if (basis === null || isLimited(basis.name) || !isLimited(title)) return rating;
  const slots = slotsFactor(topic, title);
  return slots >= MIN_SLOTS || slots >= basis.comparison.slots
    ? rating
    : {
        ...rating,
        score: rating.score * slots,
        isExplained: false,
        answersMost: false,
        evidence: () => [...rating.evidence(), ...slotReasons(topic, title)],
      };
}

function isLimited({ sizes, designations, number, level }: ParsedName): boolean {
  return sizes.length > 0 || designations.length > 0 || number !== null || level !== null;
}

function rateName(
  topic: ParsedName,
  { kind, parsed: name }: PreparedName,
  context: LibraryContext,
  budget: ComparisonBudget,
): Rating {
  const haveSameWords = topic.normalized !== '' && topic.normalized === name.normalized;
  const haveSameCore = topic.core !== '' && topic.core === name.core;
  const slots = haveSameWords || haveSameCore ? slotsFactor(topic, name) : 0;
  // Signs are no words: "crane > 20 t" is no "crane < 20 t".
  if (haveSameWords && (slots >= MIN_SLOTS || topic.text.toLowerCase() === name.text.toLowerCase()))
    return { ...EQUAL, score: 1, evidence: () => [`${kind} equals "${name.text}"`] };
  if (haveSameCore && slots >= MIN_SLOTS)
    return { ...EQUAL, score: sameCoreScore(slots), evidence: () => [evidenceOfEqual(kind, topic, name)] };
  const code = topic.codes.find((one) => name.codes.includes(one));
  if (code !== undefined) return { ...EQUAL, score: SAME_CODE_SCORE, evidence: () => [`code equals ${code}`] };
  if (name.units.some(({ joinedStems }) => joinedStems === topic.core) && isCitation(topic.core))
    return rateByCitation(topic.core, context);
  if (name.abbreviations.includes(topic.core))
    return { ...EQUAL, score: SAME_CODE_SCORE, evidence: () => [`"${topic.text}" is short for "${name.text}"`] };
  if (!budget.spend(topic.units.length, name.units.length)) return NO_RATING;
  const comparison = compareIfRelated(topic, name, context);
  if (comparison === null) return NO_RATING;
  return {
    score: comparison.score * (MAX_SIMILAR_SCORE - SAME_WORDS_SHARE * (1 - shareOfSharedWords(topic.core, name.core))),
    closeness: closenessOf(comparison),
    isExplained: comparison.isExplained,
    answersMost: comparison.answersMost,
    basis: { comparison, topic, name },
    evidence: () => evidenceOf(comparison, topic, name, context),
  };
}

/** Less if the course is no refresher, as the topic asks for: another course with the same core may be one. */
function sameCoreScore(slots: number): number {
  return SAME_CORE_SCORE - (1 - slots) * SLOTS_SHARE;
}

/** Rates a course that cites the section that is the whole topic: it is the answer if no other course cites it. */
function rateByCitation(citation: string, context: LibraryContext): Rating {
  const section = separateCitations(citation);
  return context.rarity(citation) === 1
    ? { ...EQUAL, score: SAME_CODE_SCORE, evidence: () => [`cites ${section}`] }
    : { ...NO_RATING, score: SHARED_CITATION_SCORE, evidence: () => [`cites ${section}, as another course does`] };
}

function closenessOf({ matches, missing, implied }: Comparison): Closeness {
  if (missing.some(({ kind }) => !TELLS_NOTHING.has(kind))) return 0;
  const telling = matches.filter(({ topic: { kind } }) => !TELLS_NOTHING.has(kind));
  if (
    implied.length === 0 &&
    telling.every(
      ({ relation, topic, course }) =>
        relation === 'same' &&
        (topic.joinedStems === course.joinedStems || topic.stems.every((stem) => course.stems.includes(stem))),
    )
  )
    return 2;
  return telling.every(({ relation }) => relation === 'same' || relation === 'alike') ? 1 : 0;
}

/** The share of the words of two names that both have, 0 to 1, by stems. */
function shareOfSharedWords(a: string, b: string): number {
  const [one, other] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}
