import type { TopicMatcher } from '#catalog';
import { type Recommendation, recommend } from './recommend.js';
import { gapKeyOf } from '../gaps/gap-key.js';
import type { UnresolvedNeed } from './unresolved-needs.js';

/** What a resolution writes to a need. */
export interface NeedResolution extends Recommendation {
  readonly id: string;
  readonly workerId: string | null;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: number;
  /** The gap that it belongs to; null: it is one by itself. */
  readonly gapKey: string | null;
}

/** Matches one need's topic. */
export function resolveNeed(
  { id, workerId, cohortSite, topic, category, severity }: UnresolvedNeed,
  matcher: TopicMatcher,
): NeedResolution {
  const gapKey = gapKeyOf({ topic, workerId, cohortSite });
  return { id, workerId, topic, category, severity, gapKey, ...recommend(topic, category, matcher) };
}
