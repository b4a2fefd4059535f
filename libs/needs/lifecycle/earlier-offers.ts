import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';

/**
 * A need that was offered with another course before keeps the assignments of that one. Once it has no assignment of
 * the removed course, it returns to that earlier offer.
 * @param removed assignments that are cancelled or deleted, or the course of an offer that assigned nobody
 * @returns the ids of these needs
 */
export async function returnToEarlierOffers(
  tx: TenantTransaction,
  removed: ReadonlyArray<{ readonly needId: string | null; readonly courseId: string }>,
): Promise<string[]> {
  const pairs = removed.flatMap(({ needId, courseId }) => (needId === null ? [] : [{ needId, courseId }]));
  if (pairs.length === 0) return [];
  const changed = await tx.execute<Array<{ id: string }>>(sql`
  with removed as materialized (
    select distinct need_id, course_id
    from unnest(${sqlArray(pairs.map(({ needId }) => needId))}::uuid[],
        ${sqlArray(pairs.map(({ courseId }) => courseId))}::uuid[]) as given (need_id, course_id)
  ), earlier as materialized (
    select removed.*, assignment.course_id as earlier_course_id, due_on, due_at from removed cross join lateral (
      select course_id, due_on, due_at from assignment
      where tenant_id = ${tx.tenantId} and need_id = removed.need_id and status <> 'cancelled' order by id desc limit 1
    ) as assignment
    where not exists (
      select from assignment where tenant_id = ${tx.tenantId} and need_id = removed.need_id
        and course_id = removed.course_id and status <> 'cancelled'
    )
  )
  update need set offered_course_id = earlier_course_id, due_on = earlier.due_on, due_at = earlier.due_at from earlier
  where need.tenant_id = ${tx.tenantId} and need.id = earlier.need_id and need.offered_course_id = earlier.course_id
    and need.status in ('offered', 'in_progress')
  returning need.id`);
  return changed.map(({ id }) => id);
}
