import type { TopicMatcher } from '#catalog';

/** What the engine says to a topic: a course, or that one must be authored. */
export interface Answer {
  readonly recommendation: 'course' | 'author_one';
  readonly courseId: string | null;
  readonly score: number | null;
  readonly evidence: readonly string[];
}

/** Matches a topic; where a signal names none, a course can only be authored, and the answer says why. */
export function answerTo(topic: string | null, category: string | null, matcher: TopicMatcher): Answer {
  const match = topic === null ? null : matcher.match(topic, category);
  const course = match?.recommended ?? null;
  return {
    recommendation: course === null ? 'author_one' : 'course',
    courseId: course?.courseId ?? null,
    score: course?.score ?? null,
    evidence: course?.evidence ?? match?.whyNone ?? ['the signal names no topic'],
  };
}
