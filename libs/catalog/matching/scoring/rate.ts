import type { PreparedCourse, PreparedName } from '../library/prepared-library.js';
import type { Reading } from '../reading/reading.js';
import { type Comparison, type Measures, compareAlike } from './compare.js';
import { Effort } from './effort.js';
import { evidenceOf } from './evidence.js';

/**
 * What topic and course share: the same words (2), the same things in other words (1), or among it what is only a kind
 * of it or close to it (0).
 */
export type Closeness = 0 | 1 | 2;

export interface Rating {
  /** 0 to 1. */
  readonly score: number;
  readonly closeness: Closeness;
  /** In words; made only where they are shown. */
  readonly evidence: () => readonly string[];
}

/** Equal but for what a credential says of itself: "Working at Heights Refresher 2026". */
const EQUAL_AT_CORE = 0.98;
const SAME_CODE = 0.97;
/** What is only much alike never counts for as much as what is equal. */
export const ALIKE = 0.96;
/** Of that, what the same words in all decide between courses that mean the same. */
const SAME_WORDS = 0.06;
const NOTHING: Rating = { score: 0, closeness: 0, evidence: () => [] };

/**
 * How well a course answers a topic: by the name of the course that does so best.
 * @param effort the remaining work for the topic; when it is used up, only equal names and codes count
 */
export function rate(topic: Reading, { names }: PreparedCourse, measures: Measures, effort = new Effort()): Rating {
  const ratings = names.map((name) => rateName(topic, name, measures, effort));
  return ratings.reduce((best, rating) => (rating.score > best.score ? rating : best), NOTHING);
}

function rateName(topic: Reading, { kind, reading: name }: PreparedName, measures: Measures, effort: Effort): Rating {
  if (topic.whole !== '' && topic.whole === name.whole)
    return { score: 1, closeness: 2, evidence: () => [`${kind} equals "${name.text}"`] };
  if (topic.core !== '' && topic.core === name.core)
    return { score: EQUAL_AT_CORE, closeness: 2, evidence: () => [`${kind} equals "${name.text}"`] };
  const code = topic.codes.find((one) => name.codes.includes(one));
  if (code !== undefined) return { score: SAME_CODE, closeness: 2, evidence: () => [`code equals ${code}`] };
  if (name.shorts.includes(topic.core))
    return { score: SAME_CODE, closeness: 2, evidence: () => [`${topic.text} is short for "${name.text}"`] };
  if (!effort.allows(topic.units.length, name.units.length)) return NOTHING;
  const comparison = compareAlike(topic, name, measures);
  if (comparison === null) return NOTHING;
  return {
    score: comparison.score * (ALIKE - SAME_WORDS * (1 - sharedWords(topic.core, name.core))),
    closeness: closenessOf(comparison),
    evidence: () => evidenceOf(comparison, topic, name, measures),
  };
}

function closenessOf({ matches, missing, implied }: Comparison): Closeness {
  if (missing.some(({ kind }) => kind !== 'filler' && kind !== 'person')) return 0;
  const telling = matches.filter(({ topic: { kind } }) => kind !== 'filler' && kind !== 'person');
  if (
    implied.length === 0 &&
    telling.every(
      ({ how, topic, course }) =>
        how === 'same' && (topic.joined === course.joined || topic.stems.every((stem) => course.stems.includes(stem))),
    )
  )
    return 2;
  return telling.every(({ how }) => how === 'same' || how === 'alike') ? 1 : 0;
}

/** The share of all words, by their stems, that two names have both, 0 to 1. */
function sharedWords(a: string, b: string): number {
  const [one, other] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}
