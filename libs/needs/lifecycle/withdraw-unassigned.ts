import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, byKey, sqlArray } from '#platform/database';
import { needsOfRunningOffers } from './running-offers.js';
import type { Move } from './move-needs.js';
import { withdrawNeeds } from './withdraw-needs.js';

/** SQL: somebody whom `need` reaches, and who has not answered it, has an open assignment of the course. */
export function isTaken(courseId: SqlFragment): SqlFragment {
  return sql`exists (
  select from need_person person cross join lateral ${byKey(
    'assignment',
    sql`tenant_id = person.tenant_id and worker_id = person.worker_id and course_id = ${courseId}
      and status = 'assigned'`,
  )}
  where person.tenant_id = need.tenant_id and person.need_id = need.id and person.answered_at is null)`;
}

/**
 * Reopens those of the needs whose offer has no open assignment any more: neither one that was made for the need, nor
 * another one of the offered course whose person the need reaches. Other needs stay as they are, and so do those to
 * whose people the course is still being assigned.
 * @param ending an operation that has reached all people, by its id
 * @returns the ids of the reopened needs
 */
export async function withdrawUnassigned(
  tx: TenantTransaction,
  needIds: readonly string[],
  why: Omit<Move, 'event'>,
  ending: string | null = null,
): Promise<string[]> {
  if (needIds.length === 0) return [];
  const unassigned = await tx.execute<Array<{ id: string }>>(sql`
  select id from need
  where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and status in ('offered', 'in_progress')
    and not exists (
    select from assignment where assignment.tenant_id = need.tenant_id and assignment.need_id = need.id
      and assignment.status = 'assigned'
  ) and not ${isTaken(sql`need.offered_course_id`)}
    and id not in (${needsOfRunningOffers(tx.tenantId, ending)})`);
  if (unassigned.length === 0) return [];
  return withdrawNeeds(
    tx,
    unassigned.map(({ id }) => id),
    why,
  );
}
