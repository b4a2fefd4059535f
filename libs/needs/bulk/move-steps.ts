import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type ItemResult, type Operation, type OperationSteps, type Progress, storeItems } from '#operations';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { lockTimeZoneShared } from '#tenancy';
import { lockGaps } from '../gaps/regroup.js';
import { type MovedNeed, type RefusedNeed, moveNeeds } from '../lifecycle/move-needs.js';
import { NeedChanges } from '../need-changes.js';
import { type MovedBefore, restoreNeeds } from '../offers/restore-needs.js';
import { readMoveInput } from './bulk-input.js';

const NEEDS_A_STEP = 500;

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
    await storeItems(tx, id, results(needIds, moved, refused));
    await keepSnoozes(tx, id, before);
    const { length } = needIds;
    return { done: length, failed: length - moved.length, finished: length < NEEDS_A_STEP };
  }

  /** Restores the needs that have not changed since the operation. */
  async undo(tx: TenantTransaction, { id, kind, actor }: Operation): Promise<Progress> {
    await lockTimeZoneShared(tx);
    const needIds = await lockNext(tx, id, 'done');
    const items = await tx.execute<Array<MovedBefore & { isUntouched: boolean }>>(
      sql`select item.need_id as "needId", item.status_before as "statusBefore",
            coalesce(item.snoozed_before_on::text, item.snoozed_before::text) as "snoozedBefore",
            need.closed_at as "closedAt",
            coalesce(need.version = item.version_after, false) as "isUntouched"
          from operation_item item left join need on need.tenant_id = item.tenant_id and need.id = item.need_id
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
    return { done: restored.size, failed: 0, finished: items.length < NEEDS_A_STEP };
  }
}

/** Locks the next needs of an operation before they are read: a person may be deciding about one of them. */
async function lockNext(tx: TenantTransaction, operationId: string, status: 'waiting' | 'done'): Promise<string[]> {
  const items = await tx.execute<Array<{ needId: string }>>(
    sql`select need_id as "needId" from operation_item
        where tenant_id = ${tx.tenantId} and operation_id = ${operationId} and status = ${status} order by need_id
        limit ${NEEDS_A_STEP}`,
  );
  const needIds = items.map(({ needId }) => needId);
  await lockGaps(tx, needIds);
  return needIds;
}

function results(
  needIds: readonly string[],
  moved: readonly MovedNeed[],
  refused: readonly RefusedNeed[],
): ItemResult[] {
  const known = new Set([...moved, ...refused].map(({ id }) => id));
  return [
    ...moved.map(({ id: needId, from, version }) => ({
      needId,
      status: 'done' as const,
      statusBefore: from,
      versionAfter: version,
    })),
    ...refused.map(({ id: needId }) => ({ needId, status: 'failed' as const, why: 'illegal_transition' })),
    ...needIds
      .filter((id) => !known.has(id))
      .map((needId) => ({ needId, status: 'failed' as const, why: 'not_found' })),
  ];
}

function keptOrUndone(needId: string, isUntouched: boolean, isRestored: boolean): ItemResult {
  if (isRestored) return { needId, status: 'undone' };
  return { needId, status: 'kept', why: isUntouched ? 'recurred' : 'moved_since' };
}

interface SnoozedNeed {
  readonly needId: string;
  readonly until: string;
  /** The day that was given; null: a time was given. */
  readonly untilOn: string | null;
}

/** Until when the snoozed ones of the needs are snoozed. */
async function snoozes(tx: TenantTransaction, needIds: readonly string[]): Promise<SnoozedNeed[]> {
  return tx.execute<SnoozedNeed[]>(
    sql`select id as "needId", snoozed_until as until, until_on::text as "untilOn" from need
        where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and snoozed_until is not null`,
  );
}

async function keepSnoozes(tx: TenantTransaction, operationId: string, before: readonly SnoozedNeed[]): Promise<void> {
  if (before.length === 0) return;
  await tx.execute(
    sql`update operation_item item set snoozed_before = given.until, snoozed_before_on = given."untilOn"
        from jsonb_to_recordset(${JSON.stringify(before)}::jsonb)
          as given ("needId" uuid, until timestamptz, "untilOn" date)
        where item.tenant_id = ${tx.tenantId} and item.operation_id = ${operationId} and item.need_id = given."needId"`,
  );
}
