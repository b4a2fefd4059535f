import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, sqlArray } from '#platform/database';
import { keepEvents } from '../events/keep-events.js';
import { NEED_OF_ITEM } from './need-of-item.js';
import { needsOfRunningOffers } from './running-offers.js';
import { isTaken } from './withdraw-unassigned.js';

/** An assignment that was cancelled or deleted, or the course of an offer that assigned nobody. */
export interface RemovedAssignment {
  readonly needId: string | null;
  readonly courseId: string;
  /** The offer stands: the need keeps it while somebody else whom it reaches has an assignment of the course. */
  readonly isShared?: boolean;
}

/** SQL: an assignment of the course was made for `need`, and is not cancelled. */
function hasAssignment(courseId: SqlFragment): SqlFragment {
  return sql`exists (
  select from assignment where assignment.tenant_id = need.tenant_id and assignment.need_id = need.id
    and assignment.course_id = ${courseId} and assignment.status <> 'cancelled')`;
}

/** SQL: somebody whom `need` reaches has an assignment of the course, made for this need or for another one. */
export function isStanding(courseId: SqlFragment): SqlFragment {
  return sql`(${hasAssignment(courseId)} or ${isTaken(courseId)})`;
}

/**
 * A need that was offered with another course before keeps the assignments of that one, also those that were made for
 * other needs since it was last open. Once it has no assignment of the removed course, it returns to the latest such
 * offer, and is due as before: an event for webhooks. Needs to whose people a course is still being assigned keep the
 * offer that they have.
 * @param ending an operation that has reached all people, by its id
 * @returns the ids of these needs
 */
export async function returnToEarlierOffers(
  tx: TenantTransaction,
  removed: readonly RemovedAssignment[],
  ending: string | null = null,
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
    select need.id, offer.* from removed
      cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tx.tenantId)} and id = removed.need_id`)}
      cross join lateral (${EARLIER_OFFER}) as offer
    where need.offered_course_id = removed.course_id and need.status in ('offered', 'in_progress')
      and not ${hasAssignment(sql`removed.course_id`)} and not (is_shared and ${isTaken(sql`removed.course_id`)})
      and need.id not in (${needsOfRunningOffers(tx.tenantId, ending)})
  )
  update need set offered_course_id = earlier.course_id, due_on = earlier.due_on, due_at = earlier.due_at from earlier
  where need.tenant_id = ${anyTenant(tx.tenantId)} and need.id = earlier.id
  returning need.id`);
  return reportReturned(tx, changed);
}

/**
 * SQL: the latest offer of `need` with another course than the one of `removed`, whose course is taken. The items of
 * earlier releases have no course: their offers are known by the assignments that were made for the need.
 */
const EARLIER_OFFER = sql`
  select course_id, due_on, due_at from (
    select operation_id, true as is_item, course_id, due_on, due_at from operation_item item
    where item.tenant_id = need.tenant_id and item.need_id = need.id and item.status = 'done'
      and item.course_id is not null and (${hasAssignment(sql`item.course_id`)} or ${isTaken(sql`item.course_id`)}
        and not exists (
          select from operation_item later where later.tenant_id = item.tenant_id and later.need_id = item.need_id
            and later.operation_id > item.operation_id and later.status = 'done' and later.course_id is not null
            and later.status_before not in ('offered', 'in_progress')
        ))
    union all
    select operation_id, false, course_id, due_on, due_at from assignment
    where assignment.tenant_id = need.tenant_id and assignment.need_id = need.id and assignment.status <> 'cancelled'
  ) as any_offer
  where course_id <> removed.course_id order by operation_id desc, is_item desc limit 1`;

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
        and ${isStanding(sql`other.course_id`)}
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
