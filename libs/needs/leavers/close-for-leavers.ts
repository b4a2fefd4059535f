import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, sqlArray } from '#platform/database';
import { completeAnswered } from '../assignments/complete-answered.js';
import { keepingEvents } from '../events/keep-events.js';
import { returnToEarlierOffers } from '../lifecycle/earlier-offers.js';
import { lockNeedsOf } from '../lifecycle/lock-needs-of.js';
import { withdrawUnassigned } from '../lifecycle/withdraw-unassigned.js';
import { LEFT, closeNeedsOfLeavers } from './close-needs.js';

/** The number of needs that were changed for people who have left. */
export interface ClosedForLeavers {
  readonly counts: ClosedCounts;
  /** The needs that moved. A cohort that only lost people is not one of them. */
  readonly needIds: readonly string[];
}

interface ClosedCounts {
  /** Their own needs, which are closed. */
  readonly needs: number;
  /** Cohort needs, which reach fewer people. */
  readonly cohorts: number;
  readonly assignments: number;
}

/**
 * Closes everything for workers who have left: closes their own needs, cancels their assignments, and removes them
 * from cohorts. A cohort need is completed if it is closed for everybody else; an offer without a remaining
 * assignment is withdrawn, or gives way to an earlier one. The number of statements does not depend on the number of
 * workers. A second call changes nothing.
 */
export async function closeForLeavers(
  tx: TenantTransaction,
  workerIds: readonly string[],
  actor: string,
): Promise<ClosedForLeavers> {
  const leavers = sqlArray(workerIds);
  const needs = await lockNeedsOf(tx, workerIds);
  const cancelled = await tx.execute<Array<{ needId: string | null; courseId: string }>>(
    cancelAssignments(tx.tenantId, leavers),
  );
  const closed = await closeNeedsOfLeavers(
    tx,
    needs.flatMap(({ id, isOwn }) => (isOwn ? [id] : [])),
    actor,
  );
  const others = sqlArray(needs.flatMap(({ id, isOwn }) => (isOwn ? [] : [id])));
  const cohorts = await tx.execute<Array<{ id: string; isAnswered: boolean }>>(
    leaveCohorts(tx.tenantId, others, leavers),
  );
  await tx.execute(forgetDeleted(tx.tenantId, leavers));
  const answered = await completeAnswered(
    tx,
    cohorts.flatMap(({ id, isAnswered }) => (isAnswered ? [id] : [])),
    actor,
  );
  const madeFor = new Set(cancelled.map(({ needId }) => needId));
  const courses = new Set(cancelled.map(({ courseId }) => courseId));
  // Several needs may share the assignment of a course.
  const sharing = needs.flatMap(({ id, offeredCourseId }) =>
    offeredCourseId !== null && courses.has(offeredCourseId)
      ? [{ needId: id, courseId: offeredCourseId, isShared: true }]
      : [],
  );
  const unassigned = [
    ...needs.flatMap(({ id }) => (madeFor.has(id) ? [id] : [])),
    ...sharing.map(({ needId }) => needId),
  ];
  const earlier = await returnToEarlierOffers(tx, sharing);
  const withdrawn = await withdrawUnassigned(tx, unassigned, { actor, reason: LEFT });
  return {
    counts: { needs: closed.length, cohorts: cohorts.length, assignments: cancelled.length },
    needIds: [...closed, ...answered, ...withdrawn, ...earlier],
  };
}

function cancelAssignments(tenantId: string, leavers: string): SqlFragment {
  return sql`
  with cancelled as (
    update assignment set status = 'cancelled', cancelled_at = now(), version = version + 1
    where tenant_id = ${tenantId} and worker_id = any (${leavers}::uuid[]) and status = 'assigned'
    returning tenant_id, id, need_id, course_id
  ), kept as (
    ${keepingEvents('assignment.cancelled', sql`cancelled`, tenantId)}
  )
  select need_id as "needId", course_id as "courseId" from cancelled`;
}

/** Decrements the number of people of a cohort instead of counting them, because there may be very many. */
function leaveCohorts(tenantId: string, needIds: string, leavers: string): SqlFragment {
  return sql`
  with gone as (
    delete from need_person where tenant_id = ${tenantId} and need_id = any (${needIds}::uuid[])
      and worker_id = any (${leavers}::uuid[])
    returning need_id, worker_id
  ), fewer as (
    select need_id, count(*)::integer as people from gone group by need_id
  )
  update need set people = greatest(need.people - fewer.people, 0) from fewer
  where need.tenant_id = ${anyTenant(tenantId)} and need.id = fewer.need_id
  returning need.id, exists (
    select from need_person person where person.tenant_id = ${anyTenant(tenantId)} and person.need_id = need.id
      and person.answered_at is not null
      and (person.need_id, person.worker_id) not in (select need_id, worker_id from gone)
  ) as "isAnswered"`;
}

/** Removes workers whom the directory has deleted from closed needs. */
function forgetDeleted(tenantId: string, leavers: string): SqlFragment {
  return sql`
  delete from need_person using unnest(${leavers}::uuid[]) as leaver (worker_id)
  where need_person.tenant_id = ${anyTenant(tenantId)} and need_person.worker_id = leaver.worker_id
    and not exists (
      select from worker where worker.tenant_id = ${anyTenant(tenantId)} and worker.id = leaver.worker_id)`;
}
