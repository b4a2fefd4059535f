import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, sqlArray } from '#platform/database';
import { keepEvents } from '../events/keep-events.js';
import { NEED_OF_ITEM } from './need-of-item.js';
import { needsOfRunningOffers } from './running-offers.js';
import { isTaken } from './withdraw-unassigned.js';

/** An assignment that was cancelled or deleted, or the course of an offer that assigned nobody. */
export interface RemovedAssignment {
  readonly needId: string | null;
  readonly courseId: string;
  /** It was made for another need: somebody else whom this one reaches may share one, too. */
  readonly isShared?: boolean;
}

/**
 * A need that was offered with another course before keeps the assignments of that one. Once it has no assignment of
 * the removed course, it returns to that earlier offer, and is due as before: an event for webhooks.
 * @returns the ids of these needs
 */
export async function returnToEarlierOffers(
  tx: TenantTransaction,
  removed: readonly RemovedAssignment[],
): Promise<string[]> {
  const pairs = removed.flatMap(({ needId, courseId, isShared = false }) =>
    needId === null ? [] : [{ needId, courseId, isShared }],
  );
  if (pairs.length === 0) return [];
  const changed = await tx.execute<Array<{ id: string }>>(sql`
  with removed as materialized (
    select need_id, course_id, bool_and(shared) as is_shared
    from unnest(${sqlArray(pairs.map(({ needId }) => needId))}::uuid[],
        ${sqlArray(pairs.map(({ courseId }) => courseId))}::uuid[],
        ${sqlArray(pairs.map(({ isShared }) => String(isShared)))}::boolean[]) as given (need_id, course_id, shared)
    group by need_id, course_id
  ), earlier as materialized (
    select removed.*, assignment.course_id as earlier_course_id, due_on, due_at from removed cross join lateral (
      select course_id, due_on, due_at from assignment
      where tenant_id = ${anyTenant(tx.tenantId)} and need_id = removed.need_id and status <> 'cancelled'
      order by id desc limit 1
    ) as assignment
    where not exists (
      select from assignment where tenant_id = ${anyTenant(tx.tenantId)} and need_id = removed.need_id
        and course_id = removed.course_id and status <> 'cancelled'
    )
  )
  update need set offered_course_id = earlier_course_id, due_on = earlier.due_on, due_at = earlier.due_at from earlier
  where need.tenant_id = ${anyTenant(tx.tenantId)} and need.id = earlier.need_id
    and need.offered_course_id = earlier.course_id
    and need.status in ('offered', 'in_progress')
    and not (is_shared and ${isTaken(sql`need.offered_course_id`)})
  returning need.id`);
  return reportReturned(tx, changed);
}

/** SQL: an assignment of the course was made for `need`, and is not cancelled. */
function hasAssignment(courseId: SqlFragment): SqlFragment {
  return sql`exists (
  select from assignment where assignment.tenant_id = need.tenant_id and assignment.need_id = need.id
    and assignment.course_id = ${courseId} and assignment.status <> 'cancelled')`;
}

/**
 * Gives the needs of an operation that is undone the latest offer of another operation that stands: it is not undone,
 * and somebody has its course, by this need or by another one. An offer from before the operation counts only if the
 * need was offered when the operation began. Needs that the operation completed at once are included: they are about to
 * be reopened. Needs with a completed assignment of the operation, and needs to whose people a course is still being
 * assigned, keep the offer that they have.
 * @returns the ids of the needs with such an offer; many had it already
 */
export async function returnToStandingOffers(
  tx: TenantTransaction,
  operationId: string,
  needIds: readonly string[],
): Promise<string[]> {
  const needs = await tx.execute<Array<{ id: string; isChanged: boolean }>>(sql`
  with standing as materialized (
    select item.need_id, other.* from operation_item item
      cross join lateral ${NEED_OF_ITEM}
      cross join lateral (
      select other.course_id, other.due_on, other.due_at from operation_item other
      where other.tenant_id = item.tenant_id and other.need_id = item.need_id and other.operation_id <> ${operationId}
        and other.status = 'done' and other.course_id is not null
        and (other.operation_id > ${operationId} or item.status_before in ('offered', 'in_progress'))
        and (${hasAssignment(sql`other.course_id`)} or ${isTaken(sql`other.course_id`)})
      order by other.operation_id desc limit 1
    ) as other
    where item.tenant_id = ${tx.tenantId} and item.operation_id = ${operationId}
      and item.need_id = any (${sqlArray(needIds)}::uuid[])
      and (need.status in ('offered', 'in_progress') or need.status = 'completed' and need.version = item.version_after)
      and not exists (
        select from assignment where assignment.tenant_id = item.tenant_id and assignment.need_id = item.need_id
          and assignment.operation_id = item.operation_id and assignment.status <> 'cancelled'
      )
      and need.id not in (${needsOfRunningOffers(tx.tenantId)})
  ), returned as (
    update need set offered_course_id = standing.course_id, due_on = standing.due_on, due_at = standing.due_at
    from standing where need.tenant_id = ${anyTenant(tx.tenantId)} and need.id = standing.need_id
      and (offered_course_id, need.due_on, need.due_at)
        is distinct from (standing.course_id, standing.due_on, standing.due_at)
    returning need.id
  )
  select need_id as id, need_id in (select id from returned) as "isChanged" from standing`);
  await reportReturned(
    tx,
    needs.filter(({ isChanged }) => isChanged),
  );
  return needs.map(({ id }) => id);
}

async function reportReturned(
  tx: TenantTransaction,
  changed: ReadonlyArray<{ readonly id: string }>,
): Promise<string[]> {
  const { tenantId } = tx;
  await keepEvents(
    tx,
    changed.map(({ id: subjectId }) => ({ tenantId, type: 'need.updated', subjectId })),
  );
  return changed.map(({ id }) => id);
}
