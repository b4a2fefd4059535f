import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type ItemResult, type Operation, type OperationSteps, type Progress, storeItems } from '#operations';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { lockTimeZoneShared } from '#tenancy';
import { lockGaps } from '../gaps/regroup.js';
import { type MovedNeed, type RefusedNeed, moveNeeds } from '../lifecycle/move-needs.js';
import { NEED_OF_ITEM } from '../lifecycle/need-of-item.js';
import { NeedChanges } from '../need-changes.js';
import { type MovedBefore, restoreNeeds } from '../offers/restore-needs.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { readMoveInput } from './bulk-input.js';
import { snoozes, storeMoved } from '../lifecycle/moved-items.js';

const NEEDS_PER_STEP = 500;

/** The steps that dismiss or snooze needs, and their undo. */
@Injectable()
export class MoveSteps implements OperationSteps {
  constructor(private readonly changes: NeedChanges) {}

  async run(tx: TenantTransaction, { id, kind, actor, input }: Operation): Promise<Progress> {
    await lockTimeZoneShared(tx);
    const needIds = await lockNext(tx, id, 'waiting');
    const before = await snoozes(tx, needIds);
    const { reason, note, until } = readMoveInput(input);
    const event = kind === 'snooze' ? 'snooze' : 'dismiss';
    const { moved, refused } = await moveNeeds(tx, needIds, {
      actor,
      event,
      reason: reason ?? undefined,
      note: note ?? undefined,
      until: until ?? undefined,
    });
    await this.changes.publish(tx, { needIds: moved.map((need) => need.id) });
    await storeMoved(tx, id, moved, before);
    await storeItems(tx, id, failures(needIds, moved, refused));
    const { length } = needIds;
    return { done: length, failed: length - moved.length, finished: length < NEEDS_PER_STEP };
  }

  /** Restores the needs that have not changed since the operation. */
  async undo(tx: TenantTransaction, { id, kind, actor }: Operation): Promise<Progress> {
    await lockTimeZoneShared(tx);
    await lockResolutionShared(tx);
    const needIds = await lockNext(tx, id, 'done');
    const items = await tx.execute<Array<MovedBefore & { isUntouched: boolean }>>(
      sql`select item.need_id as "needId", item.status_before as "statusBefore",
            coalesce(item.snoozed_before_on::text, item.snoozed_before::text) as "snoozedBefore",
            need.closed_at as "closedAt",
            coalesce(need.version = item.version_after, false) as "isUntouched"
          from operation_item item left join lateral ${NEED_OF_ITEM} on true
          where item.tenant_id = ${tx.tenantId} and item.operation_id = ${id}
            and item.need_id = any (${sqlArray(needIds)}::uuid[])`,
    );
    const untouched = items.filter(({ isUntouched }) => isUntouched);
    const restored = await restoreNeeds(tx, untouched, {
      actor,
      event: kind === 'snooze' ? 'wake' : 'reopen',
    });
    await this.changes.publish(tx, { needIds: [...restored] });
    await storeItems(
      tx,
      id,
      items.map(({ needId, isUntouched }) => keptOrUndone(needId, isUntouched, restored.has(needId))),
    );
    return { done: restored.size, failed: 0, finished: items.length < NEEDS_PER_STEP };
  }
}

/** Locks the next needs of an operation before they are read: a person may be deciding about one of them. */
async function lockNext(tx: TenantTransaction, operationId: string, status: 'waiting' | 'done'): Promise<string[]> {
  const items = await tx.execute<Array<{ needId: string }>>(
    sql`select need_id as "needId" from operation_item
        where tenant_id = ${tx.tenantId} and operation_id = ${operationId} and status = ${status} order by need_id
        limit ${NEEDS_PER_STEP}`,
  );
  const needIds = items.map(({ needId }) => needId);
  await lockGaps(tx, needIds);
  return needIds;
}

/** The results for needs that were not moved. */
function failures(
  needIds: readonly string[],
  moved: readonly MovedNeed[],
  refused: readonly RefusedNeed[],
): ItemResult[] {
  const isMoved = new Set(moved.map(({ id }) => id));
  const isRefused = new Set(refused.map(({ id }) => id));
  return needIds
    .filter((id) => !isMoved.has(id))
    .map((needId) => ({ needId, status: 'failed', why: isRefused.has(needId) ? 'illegal_transition' : 'not_found' }));
}

function keptOrUndone(needId: string, isUntouched: boolean, isRestored: boolean): ItemResult {
  if (isRestored) return { needId, status: 'undone' };
  return { needId, status: 'kept', why: isUntouched ? 'recurred' : 'moved_since' };
}
