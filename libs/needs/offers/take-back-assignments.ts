import { sql } from '@mikro-orm/postgresql';
import type { Operation } from '#operations';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { lockAssigning } from '../assignments/lock-assigning.js';
import { shownAssignments } from '../assignments/shown-assignments.js';
import { keepLastEvents } from '../events/keep-events.js';
import { type LockedNeed, lockNeedsOf } from '../lifecycle/lock-needs-of.js';
import { withdrawUnassigned } from '../lifecycle/withdraw-unassigned.js';
import type { NeedChange } from '../need-changes.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { returnToEarlierOffers } from '../lifecycle/earlier-offers.js';

/** As many as an offer assigns in a transaction that locks needs (`PEOPLE_AT_ONCE`). */
const ASSIGNMENTS_PER_STEP = 1_000;

interface DeletedAssignment {
  readonly id: string;
  readonly workerId: string;
  readonly courseId: string;
  readonly needId: string | null;
}

/**
 * Deletes the next of an operation's assignments that are not completed, and reopens needs of other operations that
 * shared them. The operation's own needs are left to its last steps.
 * @returns null: there are no more
 */
export async function takeBackAssignments(
  tx: TenantTransaction,
  { id: operationId, actor }: Pick<Operation, 'id' | 'actor'>,
): Promise<NeedChange | null> {
  const next = await tx.execute<Array<{ id: string; workerId: string }>>(
    sql`select id, worker_id as "workerId" from assignment
      where tenant_id = ${tx.tenantId} and operation_id = ${operationId} and status = 'assigned'
        order by id limit ${ASSIGNMENTS_PER_STEP}`,
  );
  if (next.length === 0) return null;
  await lockResolutionShared(tx);
  const needs = await lockNeedsOf(
    tx,
    next.map(({ workerId }) => workerId),
  );
  const removed = await remove(
    tx,
    next.map(({ id }) => id),
  );
  const others = await sharing(tx, operationId, needs, removed);
  const earlier = await returnToEarlierOffers(tx, [...removed, ...others]);
  const withdrawn = await withdrawUnassigned(
    tx,
    others.map(({ needId }) => needId),
    { actor, reason: 'undone' },
  );
  return { needIds: [...withdrawn, ...earlier], workerIds: removed.map(({ workerId }) => workerId) };
}

/** Those that have been completed meanwhile stay. */
async function remove(tx: TenantTransaction, assignmentIds: readonly string[]): Promise<DeletedAssignment[]> {
  await lockAssigning(tx);
  const removed = await tx.execute<DeletedAssignment[]>(
    sql`select id, worker_id as "workerId", course_id as "courseId", need_id as "needId" from assignment
        where tenant_id = ${tx.tenantId} and id = any (${sqlArray(assignmentIds)}::uuid[]) and status = 'assigned'
        order by id for update`,
  );
  const removedIds = removed.map(({ id }) => id);
  await keepLastEvents(tx, 'assignment.withdrawn', () => shownAssignments(tx, removedIds));
  await tx.execute(
    sql`delete from assignment where tenant_id = ${tx.tenantId} and id = any (${sqlArray(removedIds)}::uuid[])`,
  );
  return removed;
}

/** The needs, of those that are locked, for which another operation offers one of the courses, with that course. */
async function sharing(
  tx: TenantTransaction,
  operationId: string,
  needs: readonly LockedNeed[],
  removed: readonly DeletedAssignment[],
): Promise<Array<{ needId: string; courseId: string; isShared: true }>> {
  const courses = new Set(removed.map(({ courseId }) => courseId));
  const offered = needs.flatMap(({ id: needId, offeredCourseId: courseId }) =>
    courseId !== null && courses.has(courseId) ? [{ needId, courseId, isShared: true as const }] : [],
  );
  const own = await tx.execute<Array<{ needId: string }>>(
    sql`select need_id as "needId" from operation_item
        where tenant_id = ${tx.tenantId} and operation_id = ${operationId}
          and need_id = any (${sqlArray(offered.map(({ needId }) => needId))}::uuid[])`,
  );
  const ownIds = new Set(own.map(({ needId }) => needId));
  return offered.filter(({ needId }) => !ownIds.has(needId));
}
