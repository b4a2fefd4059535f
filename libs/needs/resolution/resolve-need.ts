import type { TopicMatcher } from '#catalog';
import { type Recommendation, recommend } from './recommend.js';
import type { UnresolvedNeed } from './unresolved-needs.js';

/** What a resolution writes to a need. */
export interface NeedResolution extends Recommendation {
  readonly id: string;
  readonly workerId: string | null;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: number;
}

/** Matches one need's topic. */
export function resolveNeed(
  { id, workerId, topic, category, severity }: UnresolvedNeed,
  matcher: TopicMatcher,
): NeedResolution {
  return { id, workerId, topic, category, severity, ...recommend(topic, category, matcher) };
}
