import type { TopicMatcher } from '#catalog';
import { type DateColumns, dateColumns } from '#platform/text';
import type { ConnectorEvent } from '#signals';
import { type Recommendation, recommend } from './recommend.js';
import { gapKeyOf } from '../gaps/gap-key.js';
import type { NeedOfTenant } from '../gaps/regroup.js';
import { latestDate } from '../signals/latest-date.js';
import type { UnresolvedNeed } from './unresolved-needs.js';

/** What a resolution writes to a need. */
export interface NeedResolution extends Recommendation, DateColumns, NeedOfTenant {
  readonly workerId: string | null;
  readonly siteKey: string | null;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: number;
  readonly named: string;
  /** The gap that it belongs to; null: it is one by itself. */
  readonly gapKey: string | null;
}

/**
 * Matches one need's topic, and finds the date in its signals.
 * @param events its latest signals, the latest first
 */
export function resolveNeed(
  { tenantId, id, workerId, siteKey, cohortSite, topic, category, severity, named }: UnresolvedNeed,
  matcher: TopicMatcher,
  events: readonly ConnectorEvent[],
): NeedResolution {
  const gapKey = gapKeyOf({ topic, workerId, cohortSite });
  return {
    tenantId,
    id,
    workerId,
    siteKey,
    topic,
    category,
    severity,
    named,
    gapKey,
    ...dateColumns(latestDate(events)),
    ...recommend(topic, category, matcher),
  };
}
