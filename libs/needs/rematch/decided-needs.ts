import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { type GapFacts, gapKeyOf } from '../gaps/gap-key.js';

/** A topic of decided needs, with the gap of the one that was resolved first: an earlier release may have done it. */
interface DecidedTopic extends GapFacts {
  readonly topic: string;
  readonly gapKey: string;
}

/** Needs that are not closed, that a person has decided on, and that are resolved and in a gap. */
const DECIDED = sql`status in ('offered', 'in_progress', 'authoring', 'snoozed') and unresolved_since is null
  and resolved_at is not null and gap_key is not null`;

/**
 * The topics of decided needs that this release recognises differently, so that their needs belong to another gap.
 * Yields to the event loop.
 */
export async function decidedTopicsOfOtherGaps(tx: TenantTransaction): Promise<string[]> {
  const rows = await tx.execute<DecidedTopic[]>(sql`
    select distinct on (topic) topic, gap_key as "gapKey", worker_id as "workerId",
      case when audience_kind = 'cohort' then site_key end as "cohortSite"
    from need where tenant_id = ${tx.tenantId} and ${DECIDED} order by topic, resolved_at, id`);
  const topics: string[] = [];
  for (const row of rows) {
    if (row.gapKey !== gapKeyOf(row)) topics.push(row.topic);
    if (mustYield()) await yieldToEventLoop();
  }
  return topics;
}

/** The condition that a need is decided, and about one of these topics. */
export function isDecidedAbout(topics: readonly string[]): SqlFragment {
  return sql`${DECIDED} and topic = any (${sqlArray(topics)}::text[])`;
}
