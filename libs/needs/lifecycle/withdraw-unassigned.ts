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

/** SQL: an assignment that was made for `need` is open. */
export const HAS_OPEN_ASSIGNMENT = sql`exists (
  select from assignment where assignment.tenant_id = need.tenant_id and assignment.need_id = need.id
    and assignment.status = 'assigned')`;

/**
 * Reopens those of the needs whose offer has no open assignment any more: neither one that was made for the need, nor
 * another one of the offered course whose person the need reaches. Other needs keep their status, and so do those to
 * whose people the course is still being assigned.
 * @param ending an operation that has reached all people, by its id
 * @returns the ids of the reopened needs, and of open ones that had an offer still
 */
export async function withdrawUnassigned(
  tx: TenantTransaction,
  needIds: readonly string[],
  why: Omit<Move, 'event'>,
  ending: string | null = null,
): Promise<string[]> {
  if (needIds.length === 0) return [];
  const forgotten = await forgetOffers(tx, needIds);
  const unassigned = await tx.execute<Array<{ id: string }>>(sql`
  select id from need
  where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and status in ('offered', 'in_progress')
    and not ${HAS_OPEN_ASSIGNMENT} and not ${isTaken(sql`need.offered_course_id`)}
    and id not in (${needsOfRunningOffers(tx.tenantId, ending)})`);
  if (unassigned.length === 0) return forgotten;
  const unassignedIds = unassigned.map(({ id }) => id);
  return [...forgotten, ...(await withdrawNeeds(tx, unassignedIds, why))];
}

/**
 * A need that was reopened after its dismissal keeps its offer while the assignments stay (`store-resolutions.ts`).
 * Without them, completions of what is recommended close it again.
 * @returns the ids of such needs
 */
async function forgetOffers(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  const forgotten = await tx.execute<Array<{ id: string }>>(sql`
  update need set offered_course_id = null
  where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and offered_course_id is not null
    and status in ('open', 'snoozed', 'authoring') and not ${HAS_OPEN_ASSIGNMENT}
  returning id`);
  return forgotten.map(({ id }) => id);
}
