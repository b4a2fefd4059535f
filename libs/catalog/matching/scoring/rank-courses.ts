import type { PreparedCourse } from '../library/prepared-library.js';
import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import { normalizeText } from '../words/split-words.js';
import { type IsInLanguage, areInOtherLanguages, inLanguageOf } from './prefer-language.js';
import type { Rating } from './rate-course.js';

export interface RatedCourse extends Rating {
  readonly prepared: PreparedCourse;
}

/** The difference of two scores that says nothing. */
const NO_LEAD = 0.005;
const MAKES_ANOTHER_COURSE: ReadonlySet<Unit['kind']> = new Set([
  'subject',
  'mechanism',
  'word',
  'action',
  'role',
  'setting',
]);

/**
 * Ranks courses by score, then those of the requested category first, then those with more words of the topic as it
 * writes them ("Fire Warden" and "Brandschutzhelfer" are one concept), then by level. The order of the library never
 * decides.
 */
export class CourseRanking {
  private readonly category: string | null;
  private readonly words: ReadonlySet<string>;
  /** How many words of the topic a course's title has, by the course. */
  private readonly ownWords = new Map<PreparedCourse, number>();

  private readonly isInLanguage: IsInLanguage;

  constructor(topic: ParsedName, category: string | null) {
    this.isInLanguage = inLanguageOf(topic);
    this.category = category === null ? null : normalizeText(category).trim();
    this.words = wordsOf(topic);
  }

  readonly compare = (one: RatedCourse, other: RatedCourse): number =>
    other.score - one.score || this.prefer(one, other) || byName(one, other);

  /**
   * Whether a topic cannot tell the best two courses apart: each limits it to something else ("LOTO" for authorised and
   * for affected employees), or both are in different languages and none in its own, and nothing prefers the best one.
   */
  isTossUp([best, second]: readonly RatedCourse[]): boolean {
    return (
      best !== undefined &&
      second !== undefined &&
      best.score - second.score < NO_LEAD &&
      (haveOtherLimits(best, second) || this.areForeign(best, second)) &&
      this.prefer(best, second) >= 0
    );
  }

  private areForeign(one: RatedCourse, other: RatedCourse): boolean {
    return !this.isInLanguage(one) && !this.isInLanguage(other) && areInOtherLanguages(one, other);
  }

  /**
   * The next course after the best one, without those that have its meaning in other words, such as in another language:
   * "Breathing Apparatus" beside "ARI" for "masque ARI"; and without those that the vocabulary prefers less against the
   * same mechanism.
   */
  rivalOf([best, ...others]: readonly RatedCourse[]): RatedCourse | undefined {
    return others.find(
      (other) => best === undefined || !(this.isInOtherWords(best, other) || isLaterControl(best, other)),
    );
  }

  private isInOtherWords(best: RatedCourse, other: RatedCourse): boolean {
    return (
      best.score - other.score < NO_LEAD &&
      this.ownWordsOf(best) > this.ownWordsOf(other) &&
      limitsOf(best).size === 0 &&
      limitsOf(other).size === 0 &&
      haveSameMeaning(best, other)
    );
  }

  private prefer(one: RatedCourse, other: RatedCourse): number {
    return (
      Number(this.isOfCategory(other)) - Number(this.isOfCategory(one)) ||
      this.ownWordsOf(other) - this.ownWordsOf(one) ||
      levelOf(one) - levelOf(other)
    );
  }

  private isOfCategory({ prepared: { course } }: RatedCourse): boolean {
    return this.category !== null && normalizeText(course.category ?? '').trim() === this.category;
  }

  private ownWordsOf({ prepared }: RatedCourse): number {
    const known = this.ownWords.get(prepared);
    if (known !== undefined) return known;
    const [title] = prepared.names;
    const count = title === undefined ? 0 : [...wordsOf(title.parsed)].filter((word) => this.words.has(word)).length;
    this.ownWords.set(prepared, count);
    return count;
  }
}

function wordsOf({ normalized }: ParsedName): ReadonlySet<string> {
  return new Set(normalized.split(' '));
}

/** What limits a course to a part of what the topic asks for, as concepts and words. */
function limitsOf({ basis }: RatedCourse): ReadonlySet<string> {
  const { added = [], matches = [] } = basis?.comparison ?? {};
  const narrower = matches.filter(({ relation }) => relation === 'narrower').map(({ course }) => course);
  return new Set(
    [...narrower, ...added.filter(({ kind }) => MAKES_ANOTHER_COURSE.has(kind))].map(({ concepts, joinedStems }) =>
      concepts.length > 0 ? concepts.join() : joinedStems,
    ),
  );
}

function haveOtherLimits(one: RatedCourse, other: RatedCourse): boolean {
  const [limits, others] = [[...limitsOf(one)], [...limitsOf(other)]];
  return limits.some((limit) => !others.includes(limit)) && others.some((limit) => !limits.includes(limit));
}

/** Whether both courses prevent what happened in the same way, and the vocabulary prefers the best one. */
function isLaterControl({ basis: one }: RatedCourse, { basis: other }: RatedCourse): boolean {
  const [matches, others] = [one?.comparison.matches ?? [], other?.comparison.matches ?? []];
  return (
    matches.length > 0 &&
    matches.length === others.length &&
    matches.every(
      ({ topic, relation, answered, asked }) =>
        relation === 'trained by' &&
        others.some(
          (match) =>
            match.topic === topic && match.relation === relation && match.asked === asked && match.answered < answered,
        ),
    )
  );
}

/** Whether two courses have the same meanings of the topic. */
function haveSameMeaning({ basis: one }: RatedCourse, { basis: other }: RatedCourse): boolean {
  const [matches, others] = [one?.comparison.matches ?? [], other?.comparison.matches ?? []];
  return (
    matches.length === others.length &&
    matches.every(
      ({ topic, relation }) =>
        relation === 'same' && others.some((match) => match.topic === topic && match.relation === 'same'),
    )
  );
}

/** The lowest level of a course's title: of courses that differ in nothing else, people start with that. */
function levelOf({ prepared: { names } }: RatedCourse): number {
  return names[0]?.parsed.level?.from ?? 0;
}

function byName({ prepared: { course: one } }: RatedCourse, { prepared: { course: other } }: RatedCourse): number {
  return one.title.localeCompare(other.title) || (one.id < other.id ? -1 : 1);
}
