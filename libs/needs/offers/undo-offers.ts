import { sql } from '@mikro-orm/postgresql';
import { unlearnCorrections } from '#catalog';
import { type Operation, type Progress, storeItems } from '#operations';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { shownAssignments } from '../assignments/shown-assignments.js';
import { keepLastEvents } from '../events/keep-events.js';
import { withdrawNeeds } from '../lifecycle/withdraw-needs.js';
import type { NeedChanges } from '../need-changes.js';

const ASSIGNMENTS_A_STEP = 5_000;
const NEEDS_A_STEP = 500;

/** One step of undoing an operation that offers: its assignments first, then the needs that have none left. */
export async function undoOffers(tx: TenantTransaction, operation: Operation, changes: NeedChanges): Promise<Progress> {
  const workerIds = await removeAssignments(tx, operation.id);
  await changes.publish(tx, { workerIds });
  const removed = new Set(workerIds).size;
  if (removed > 0) return { done: operation.unit === 'people' ? removed : 0, failed: 0, finished: false };
  const { undone, looked } = await withdrawOffers(tx, operation);
  await changes.publish(tx, { needIds: undone });
  return { done: operation.unit === 'needs' ? undone.length : 0, failed: 0, finished: looked === 0 };
}

/**
 * Removes the next of an operation's assignments that are not completed.
 * @returns the worker of each; none: there are no more
 */
async function removeAssignments(tx: TenantTransaction, operationId: string): Promise<string[]> {
  const rows = await tx.execute<Array<{ id: string; workerId: string }>>(
    sql`select id, worker_id as "workerId" from assignment where tenant_id = ${tx.tenantId} and operation_id = ${operationId} and status = 'assigned'
        order by id limit ${ASSIGNMENTS_A_STEP} for update`,
  );
  const waiting = rows.map(({ id }) => id);
  if (waiting.length === 0) return [];
  await keepLastEvents(tx, 'assignment.withdrawn', () => shownAssignments(tx, waiting));
  await tx.execute(
    sql`delete from assignment where tenant_id = ${tx.tenantId} and id = any (${sqlArray(waiting)}::uuid[])`,
  );
  return rows.map(({ workerId }) => workerId);
}

/**
 * Reopens the next of an operation's needs without a remaining assignment; the others keep their status.
 * @returns the ids of the reopened needs, and the number of processed ones; 0: there are no more
 */
async function withdrawOffers(
  tx: TenantTransaction,
  { id, actor }: Operation,
): Promise<{ undone: string[]; looked: number }> {
  const items = await tx.execute<Array<{ needId: string; isAssigned: boolean }>>(
    sql`select need_id as "needId", exists (
          select from assignment
          where assignment.tenant_id = item.tenant_id and assignment.need_id = item.need_id and assignment.status <> 'cancelled'
        ) as "isAssigned"
        from operation_item item where tenant_id = ${tx.tenantId} and operation_id = ${id} and status in ('done', 'begun')
        order by need_id limit ${NEEDS_A_STEP}`,
  );
  const free = items.flatMap(({ needId, isAssigned }) => (isAssigned ? [] : [needId]));
  const undone = await withdrawNeeds(tx, free, { actor, reason: 'undone' });
  const isUndone = new Set(undone);
  await unlearnCorrections(tx, { operationId: id, actor }, free);
  await storeItems(
    tx,
    id,
    items.map(({ needId, isAssigned }) => keptOrUndone(needId, isAssigned, isUndone.has(needId))),
  );
  return { undone, looked: items.length };
}

function keptOrUndone(
  needId: string,
  isAssigned: boolean,
  isUndone: boolean,
): { needId: string; status: 'undone' | 'kept'; why: string | null } {
  if (isUndone) return { needId, status: 'undone', why: null };
  return { needId, status: 'kept', why: isAssigned ? 'assigned_or_completed' : 'moved_since' };
}
