import type { TopicMatcher } from '#catalog';
import type { UnresolvedNeed } from './unresolved-needs.js';

/** What resolution writes to a need. */
export interface NeedResolution {
  readonly id: string;
  readonly workerId: string | null;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: number;
  readonly recommendation: 'course' | 'author_one';
  readonly courseId: string | null;
  readonly score: number | null;
  readonly evidence: readonly string[];
}

/** Matches one need's topic; a need without a topic can only be authored, and says why. */
export function resolveNeed(need: UnresolvedNeed, matcher: TopicMatcher): NeedResolution {
  const match = need.topic === null ? null : matcher.match(need.topic, need.category);
  const course = match?.recommended ?? null;
  return {
    id: need.id,
    workerId: need.workerId,
    topic: need.topic,
    category: need.category,
    severity: need.severity,
    recommendation: course === null ? 'author_one' : 'course',
    courseId: course?.courseId ?? null,
    score: course?.score ?? null,
    evidence: course?.evidence ?? match?.whyNone ?? ['the signal names no topic'],
  };
}
