import { sql } from '@mikro-orm/postgresql';
import { unlearnCorrections } from '#catalog';
import { type Operation, type Progress, storeItems } from '#operations';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { HAS_BEGUN, completeAnswered } from '../assignments/complete-answered.js';
import { lockGaps } from '../gaps/regroup.js';
import { returnToStandingOffers } from '../lifecycle/earlier-offers.js';
import { movedIds } from '../lifecycle/move-needs.js';
import { NEED_OF_ITEM } from '../lifecycle/need-of-item.js';
import { withdrawNeeds } from '../lifecycle/withdraw-needs.js';
import type { NeedStatus } from '../need.js';
import type { NeedChanges } from '../need-changes.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { answerWithoutTraining } from './answer-without-training.js';
import { needsOfRunningOffers } from '../lifecycle/running-offers.js';
import { type MovedBefore, restoreStatuses, restoreNeeds } from './restore-needs.js';
import { takeBackAssignments } from './take-back-assignments.js';

const NEEDS_PER_STEP = 500;

const OFFERED: ReadonlySet<NeedStatus> = new Set<NeedStatus>(['offered', 'in_progress']);

/** One step of undoing an operation that offers: its assignments first, then the needs that have none left. */
export async function undoOffers(tx: TenantTransaction, operation: Operation, changes: NeedChanges): Promise<Progress> {
  const taken = await takeBackAssignments(tx, operation);
  if (taken !== null) {
    await changes.publish(tx, taken);
    const people = new Set(taken.workerIds).size;
    return { done: operation.unit === 'people' ? people : 0, failed: 0, finished: false };
  }
  const { undone, standing, looked } = await withdrawOffers(tx, operation);
  await changes.publish(tx, { needIds: [...undone, ...standing] });
  return { done: operation.unit === 'needs' ? undone.length : 0, failed: 0, finished: looked === 0 };
}

/** A need of the operation, with what has become of it. */
interface OfferedNeed extends MovedBefore {
  /** The operation has closed it, because its people needed no course, and nobody has changed it since. */
  readonly isClosedByIt: boolean;
  /** False: its offer has ended, and it may have been sent to a draft since. */
  readonly isOffered: boolean;
  readonly isAssigned: boolean;
  /** Somebody has completed an assignment of the operation. */
  readonly isCompleted: boolean;
}

/**
 * Returns the next of an operation's needs to their previous status: those without a remaining assignment, and those
 * that it closed. If that status was another offer, of which nobody takes the course, they are open. The other needs
 * keep their status. The needs are locked before their assignments are read: another offer of one of them may be about
 * to commit its own. One to whose people another operation is still assigning a course counts as assigned, and so does
 * one that another offer reached, if its people have the course by another need. People who need no course by that
 * offer have still answered such a need: it is completed again if nobody else is left.
 * @returns the ids of the reopened needs, of those with another offer, and the number of processed ones; 0: there are
 * no more
 */
async function withdrawOffers(
  tx: TenantTransaction,
  { id, actor }: Operation,
): Promise<{ undone: string[]; standing: string[]; looked: number }> {
  const isNext = sql`
    item.tenant_id = ${tx.tenantId} and item.operation_id = ${id} and item.status in ('done', 'begun')`;
  const next = await tx.execute<Array<{ needId: string }>>(
    sql`select need_id as "needId" from operation_item item where ${isNext} order by need_id limit ${NEEDS_PER_STEP}`,
  );
  const needIds = next.map(({ needId }) => needId);
  await lockResolutionShared(tx);
  await lockGaps(tx, needIds);
  const standing = await returnToStandingOffers(tx, id, needIds);
  const items = await tx.execute<OfferedNeed[]>(
    sql`select item.need_id as "needId", item.status_before as "statusBefore",
          coalesce(item.snoozed_before_on::text, item.snoozed_before::text) as "snoozedBefore",
          need.closed_at as "closedAt",
          coalesce(need.status = 'completed' and need.version = item.version_after, false) as "isClosedByIt",
          need.status in ('offered', 'in_progress') as "isOffered",
          exists (
            select from assignment
            where assignment.tenant_id = item.tenant_id and assignment.need_id = item.need_id
              and assignment.status <> 'cancelled'
          ) or item.need_id in (${needsOfRunningOffers(tx.tenantId)})
            or item.need_id = any (${sqlArray(standing)}::uuid[]) as "isAssigned",
          exists (
            select from assignment where assignment.tenant_id = item.tenant_id and assignment.need_id = item.need_id
              and assignment.operation_id = item.operation_id and assignment.status = 'completed'
          ) as "isCompleted"
        from operation_item item cross join lateral ${NEED_OF_ITEM}
        where ${isNext} order by item.need_id limit ${NEEDS_PER_STEP}`,
  );
  const free = items.flatMap(({ needId, isOffered, isAssigned }) => (isOffered && !isAssigned ? [needId] : []));
  const withdrawn = await withdrawNeeds(tx, free, { actor, reason: 'undone' });
  const isWithdrawn = new Set(withdrawn);
  await restoreStatuses(
    tx,
    items.filter(({ needId, statusBefore }) => isWithdrawn.has(needId) && !OFFERED.has(statusBefore)),
    actor,
  );
  await reopenValidShares(tx, id, withdrawn);
  const answered = await answerWithoutTraining(tx, await reopenValidShares(tx, id, standing));
  const closed = items.filter(({ isClosedByIt }) => isClosedByIt);
  const isUndone = new Set([...withdrawn, ...(await restoreNeeds(tx, closed, { actor, event: 'reopen' }))]);
  await completeAnswered(tx, answered, actor);
  await returnToOffered(tx, standing, actor);
  const unlearned = items.flatMap(({ needId, isCompleted }) => (isCompleted ? [] : [needId]));
  await unlearnCorrections(tx, { operationId: id, actor }, unlearned);
  await storeItems(
    tx,
    id,
    items.map(({ needId, isAssigned }) => keptOrUndone(needId, isAssigned, isUndone.has(needId))),
  );
  return { undone: [...isUndone], standing, looked: items.length };
}

/**
 * Opens the shares that were closed since an operation began because their people needed no course. A share that a
 * completion closed has its time.
 * @returns their people
 */
function reopenValidShares(
  tx: TenantTransaction,
  operationId: string,
  needIds: readonly string[],
): Promise<Array<{ id: string; workerId: string }>> {
  return tx.execute<Array<{ id: string; workerId: string }>>(sql`
    update need_person person set answered_at = null
    where tenant_id = ${tx.tenantId} and need_id = any (${sqlArray(needIds)}::uuid[]) and answered_at >= (
        select created_at from operation where tenant_id = ${tx.tenantId} and id = ${operationId}
      ) and not exists (
        select from completion where completion.tenant_id = person.tenant_id
          and completion.worker_id = person.worker_id and completion.completed_at = person.answered_at
      )
    returning need_id as id, worker_id as "workerId"`);
}

/** Needs that were in progress only because the operation counted people as valid or exempt are offered again. */
async function returnToOffered(tx: TenantTransaction, needIds: readonly string[], actor: string): Promise<void> {
  if (needIds.length === 0) return;
  const rows = await tx.execute<Array<{ id: string }>>(
    sql`select id from need where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])
          and status = 'in_progress' and not ${HAS_BEGUN}`,
  );
  const unbegun = rows.map(({ id }) => id);
  for (const event of ['withdraw', 'offer'] as const) await movedIds(tx, unbegun, { actor, event, reason: 'undone' });
}

function keptOrUndone(
  needId: string,
  isAssigned: boolean,
  isUndone: boolean,
): { needId: string; status: 'undone' | 'kept'; why: string | null } {
  if (isUndone) return { needId, status: 'undone', why: null };
  return { needId, status: 'kept', why: isAssigned ? 'assigned_or_completed' : 'moved_since' };
}
