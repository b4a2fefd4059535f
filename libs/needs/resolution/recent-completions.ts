import { sql } from '@mikro-orm/postgresql';
import { type Transaction, byKey, inTenantsOf } from '#platform/database';
import type { NeedOfTenant } from '../gaps/regroup.js';
import { RAISED_AT } from '../lifecycle/raised-at.js';

/** How much later the clock of PostgreSQL, by which completions have their ids, may be than that of a process. */
const CLOCK_DIFFERENCE = sql`interval '1 minute'`;

/**
 * Answers needs that have found their people just now for those who have completed the course since the needs were
 * raised. Completions that sources report wait until the needs before them are resolved, but an admin or a learner may
 * complete a course at any time. Most tenants have no completion of these minutes, which the first index look-up finds.
 * @returns the answered needs
 */
export async function answerByRecentCompletions(
  tx: Transaction,
  needs: readonly NeedOfTenant[],
): Promise<NeedOfTenant[]> {
  if (needs.length === 0) return [];
  return tx.execute<NeedOfTenant[]>(sql`
  with recent as materialized (
    select need.tenant_id, need.id, coalesce(offered_course_id, course_id) as course_id, ${RAISED_AT} as raised_at
    from need
    where ${inTenantsOf(sql`need`, needs)} and coalesce(offered_course_id, course_id) is not null and (
      select true from completion where completion.tenant_id = need.tenant_id
        and completion.id >= uuid_floor(need.first_seen_at - ${CLOCK_DIFFERENCE}) limit 1
    )
  ), completed as materialized (
    select recent.tenant_id, recent.id as need_id, completion.worker_id, max(completed_at) as completed_at from recent
      cross join lateral ${byKey('need_person', sql`tenant_id = recent.tenant_id and need_id = recent.id`)}
      cross join lateral ${byKey(
        'completion',
        sql`tenant_id = recent.tenant_id and worker_id = need_person.worker_id and course_id = recent.course_id`,
      )}
    where answered_at is null and completed_at >= raised_at
    group by recent.tenant_id, recent.id, completion.worker_id
  )
  update need_person person set answered_at = completed.completed_at from completed
  where person.tenant_id = completed.tenant_id and person.need_id = completed.need_id
    and person.worker_id = completed.worker_id
  returning person.tenant_id as "tenantId", person.need_id as id`);
}
