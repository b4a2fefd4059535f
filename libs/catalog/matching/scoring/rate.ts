import type { PreparedCourse, PreparedName } from '../library/prepared-library.js';
import type { Reading } from '../reading/reading.js';
import { type Measures, compare } from './compare.js';
import { evidenceOf } from './evidence.js';

export interface Rating {
  /** 0 to 1. */
  readonly score: number;
  /** Whether all that the topic and the course share is the same, and not a kind of it or close to it. */
  readonly isExact: boolean;
  /** In words; made only where they are shown. */
  readonly evidence: () => readonly string[];
}

/** Equal but for what a credential says of itself: "Working at Heights Refresher 2026". */
const EQUAL_AT_CORE = 0.98;
const SAME_CODE = 0.97;
/** What is only much alike never counts for as much as what is equal. */
const ALIKE = 0.96;
const NOTHING: Rating = { score: 0, isExact: false, evidence: () => [] };

/** How well a course answers a topic: by the name of the course that does so best. */
export function rate(topic: Reading, { names }: PreparedCourse, measures: Measures): Rating {
  return names.map((name) => rateName(topic, name, measures)).reduce((best, rating) => (rating.score > best.score ? rating : best), NOTHING);
}

function rateName(topic: Reading, { kind, reading: name }: PreparedName, measures: Measures): Rating {
  if (topic.whole !== '' && topic.whole === name.whole) return { score: 1, isExact: true, evidence: () => [`${kind} equals "${name.text}"`] };
  if (topic.core !== '' && topic.core === name.core) return { score: EQUAL_AT_CORE, isExact: true, evidence: () => [`${kind} equals "${name.text}"`] };
  const code = topic.codes.find((one) => name.codes.includes(one));
  if (code !== undefined) return { score: SAME_CODE, isExact: true, evidence: () => [`code equals ${code}`] };
  const comparison = compare(topic, name, measures);
  const isExact = comparison.matches.every(({ how }) => how === 'same' || how === 'alike');
  return { score: comparison.score * ALIKE, isExact, evidence: () => evidenceOf(comparison, topic, name, measures) };
}
