import type { TopicMatcher } from '#catalog';

/** The engine's recommendation for a topic: a course of the library, or to author one. */
export interface Recommendation {
  readonly recommendation: 'course' | 'author_one';
  readonly courseId: string | null;
  readonly score: number | null;
  readonly evidence: readonly string[];
  /** The closest course, where none is recommended. */
  readonly suggestedCourseId: string | null;
  readonly suggestedScore: number | null;
  readonly suggestedEvidence: readonly string[] | null;
}

/** Matches a topic with the library. Without a topic it recommends to author a course, and the evidence says why. */
export function recommend(topic: string | null, category: string | null, matcher: TopicMatcher): Recommendation {
  const match = topic === null ? null : matcher.match(topic, category);
  const course = match?.recommended ?? null;
  return {
    recommendation: course === null ? 'author_one' : 'course',
    courseId: course?.courseId ?? null,
    score: course?.score ?? null,
    evidence: course?.evidence ?? match?.whyNone ?? ['the signal names no topic'],
    suggestedCourseId: match?.suggested?.courseId ?? null,
    suggestedScore: match?.suggested?.score ?? null,
    suggestedEvidence: match?.suggested?.evidence ?? null,
  };
}
