import { sql } from '@mikro-orm/postgresql';
import { unlearnCorrections } from '#catalog';
import { type Operation, type Progress, storeItems } from '#operations';
import type { TenantTransaction } from '#platform/database';
import { lockGaps } from '../gaps/regroup.js';
import { withdrawNeeds } from '../lifecycle/withdraw-needs.js';
import type { NeedChanges } from '../need-changes.js';
import { needsOfRunningOffers } from '../lifecycle/running-offers.js';
import { SHARES_ASSIGNMENT } from '../lifecycle/withdraw-unassigned.js';
import { type MovedBefore, restoreNeeds } from './restore-needs.js';
import { takeBackAssignments } from './take-back-assignments.js';

const NEEDS_A_STEP = 500;

/** One step of undoing an operation that offers: its assignments first, then the needs that have none left. */
export async function undoOffers(tx: TenantTransaction, operation: Operation, changes: NeedChanges): Promise<Progress> {
  const taken = await takeBackAssignments(tx, operation);
  if (taken !== null) {
    await changes.publish(tx, taken);
    const people = new Set(taken.workerIds).size;
    return { done: operation.unit === 'people' ? people : 0, failed: 0, finished: false };
  }
  const { undone, looked } = await withdrawOffers(tx, operation);
  await changes.publish(tx, { needIds: undone });
  return { done: operation.unit === 'needs' ? undone.length : 0, failed: 0, finished: looked === 0 };
}

/** A need of the operation, with what has become of it. */
interface OfferedNeed extends MovedBefore {
  /** The operation has closed it, because its people needed no course, and nobody has changed it since. */
  readonly isClosedByIt: boolean;
  readonly isAssigned: boolean;
}

/**
 * Reopens the next of an operation's needs without a remaining assignment, and those that it closed; the others keep
 * their status. The needs are locked before their assignments are read: another offer of one of them may be about to
 * commit its own. One to whose people another operation is still assigning a course counts as assigned, and so does one
 * that was offered before, if its people have the course by another need.
 * @returns the ids of the reopened needs, and the number of processed ones; 0: there are no more
 */
async function withdrawOffers(
  tx: TenantTransaction,
  { id, actor }: Operation,
): Promise<{ undone: string[]; looked: number }> {
  const isNext = sql`
    item.tenant_id = ${tx.tenantId} and item.operation_id = ${id} and item.status in ('done', 'begun')`;
  const next = await tx.execute<Array<{ needId: string }>>(
    sql`select need_id as "needId" from operation_item item where ${isNext} order by need_id limit ${NEEDS_A_STEP}`,
  );
  await lockGaps(
    tx,
    next.map(({ needId }) => needId),
  );
  const items = await tx.execute<OfferedNeed[]>(
    sql`select item.need_id as "needId", item.status_before as "statusBefore", null as "snoozedBefore",
          need.closed_at as "closedAt",
          coalesce(need.status = 'completed' and need.version = item.version_after, false) as "isClosedByIt",
          exists (
            select from assignment
            where assignment.tenant_id = item.tenant_id and assignment.need_id = item.need_id
              and assignment.status <> 'cancelled'
          ) or item.need_id in (${needsOfRunningOffers(tx.tenantId)})
            or item.status_before in ('offered', 'in_progress') and ${SHARES_ASSIGNMENT} as "isAssigned"
        from operation_item item join need on need.tenant_id = item.tenant_id and need.id = item.need_id
        where ${isNext} order by item.need_id limit ${NEEDS_A_STEP}`,
  );
  const free = items.flatMap(({ needId, isAssigned }) => (isAssigned ? [] : [needId]));
  const withdrawn = await withdrawNeeds(tx, free, { actor, reason: 'undone' });
  const closed = items.filter(({ isClosedByIt }) => isClosedByIt);
  const isUndone = new Set([...withdrawn, ...(await restoreNeeds(tx, closed, { actor, event: 'reopen' }))]);
  await unlearnCorrections(tx, { operationId: id, actor }, free);
  await storeItems(
    tx,
    id,
    items.map(({ needId, isAssigned }) => keptOrUndone(needId, isAssigned, isUndone.has(needId))),
  );
  return { undone: [...isUndone], looked: items.length };
}

function keptOrUndone(
  needId: string,
  isAssigned: boolean,
  isUndone: boolean,
): { needId: string; status: 'undone' | 'kept'; why: string | null } {
  if (isUndone) return { needId, status: 'undone', why: null };
  return { needId, status: 'kept', why: isAssigned ? 'assigned_or_completed' : 'moved_since' };
}
