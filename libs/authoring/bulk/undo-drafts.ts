import { sql } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { NeedAuthoring } from '#needs';
import { type Operation, type Progress, storeItems } from '#operations';
import { type TenantTransaction } from '#platform/database';
import { Draft } from '../drafts/draft.entity.js';
import { DraftLifecycle } from '../drafts/draft-lifecycle.js';
import { RESERVED } from '../drafts/draft.transitions.js';

/** Needs that are snoozed again, or looked at, in one transaction. */
const NEEDS_PER_STEP = 500;

/**
 * Undoes an operation that had courses drafted. A draft that it started is cancelled while it is not ready: its
 * reservation is given back, and all its needs are open again, or snoozed as they were before the operation. So are
 * the needs of one that has failed, or that somebody has cancelled. A ready draft is kept, because it is charged and may
 * have been edited. Needs that joined another person's draft stay with it: its job would send them to it again.
 */
@Injectable()
export class UndoDrafts {
  constructor(
    private readonly lifecycle: DraftLifecycle,
    private readonly needs: NeedAuthoring,
  ) {}

  /**
   * Cancels one draft, once its needs that were snoozed are snoozed again; when there is no more, restores needs that
   * wait for none, and closes what is kept.
   */
  async step(tx: TenantTransaction, operation: Operation): Promise<Progress> {
    const { id: operationId, actor } = operation;
    const draft = await tx.findOne(
      Draft,
      { operationId, status: { $in: [...RESERVED] } },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (draft === null) return (await this.restoreReturned(tx, operation)) ?? keepOthers(tx, operationId);
    const snoozed = await snoozedNeedsOf(tx, operationId, draft.id);
    // The draft's job does not send snoozed needs to it again.
    await this.needs.snoozeAgain(tx, snoozed, actor);
    const isLast = snoozed.length < NEEDS_PER_STEP;
    const others = isLast ? await needsOf(tx, operationId, draft.id) : [];
    if (isLast) await this.lifecycle.giveUp(tx, draft, { event: 'cancel', actor, after: { reason: 'undone' } });
    const undone = [...snoozed.map(({ needId }) => needId), ...others];
    await storeItems(
      tx,
      operationId,
      undone.map((needId) => ({ needId, status: 'undone' })),
    );
    return { done: undone.length, failed: 0, finished: false };
  }

  /** Restores the next needs that wait for no draft any more. @returns null: there is none */
  private async restoreReturned(
    tx: TenantTransaction,
    { id: operationId, actor, createdAt: sentSince }: Operation,
  ): Promise<Progress | null> {
    const needs = await returnedNeedsOf(tx, operationId);
    if (needs.length === 0) return null;
    const restored = await this.needs.restoreReturned(tx, needs, { actor, sentSince });
    await storeItems(
      tx,
      operationId,
      needs.map(({ needId }) =>
        restored.has(needId) ? { needId, status: 'undone' } : { needId, status: 'kept', why: 'moved_since' },
      ),
    );
    return { done: restored.size, failed: 0, finished: false };
  }
}

/** The next needs of the operation that wait for a draft, and were snoozed before. */
function snoozedNeedsOf(
  tx: TenantTransaction,
  operationId: string,
  draftId: string,
): Promise<Array<{ needId: string; snoozedBefore: string }>> {
  return tx.execute<Array<{ needId: string; snoozedBefore: string }>>(sql`
    select need_id as "needId", coalesce(snoozed_before_on::text, snoozed_before::text) as "snoozedBefore"
    from operation_item item
    where item.tenant_id = ${tx.tenantId} and operation_id = ${operationId} and item.status = 'done'
      and snoozed_before is not null and exists (
        select from need where need.tenant_id = item.tenant_id and need.id = item.need_id and need.draft_id = ${draftId}
          and need.status = 'authoring')
    order by need_id limit ${NEEDS_PER_STEP}`);
}

/** The next needs of the operation that wait for no draft any more. */
function returnedNeedsOf(
  tx: TenantTransaction,
  operationId: string,
): Promise<Array<{ needId: string; snoozedBefore: string | null }>> {
  return tx.execute<Array<{ needId: string; snoozedBefore: string | null }>>(sql`
    select need_id as "needId", coalesce(snoozed_before_on::text, snoozed_before::text) as "snoozedBefore"
    from operation_item item
    where item.tenant_id = ${tx.tenantId} and operation_id = ${operationId} and item.status = 'done' and exists (
        select from need where need.tenant_id = item.tenant_id and need.id = item.need_id
          and need.status <> 'authoring')
    order by need_id limit ${NEEDS_PER_STEP}`);
}

/** The needs of the operation that wait for a draft. */
async function needsOf(tx: TenantTransaction, operationId: string, draftId: string): Promise<string[]> {
  const rows = await tx.execute<Array<{ needId: string }>>(sql`
    select need_id as "needId" from operation_item item
    where item.tenant_id = ${tx.tenantId} and operation_id = ${operationId} and item.status = 'done' and exists (
      select from need where need.tenant_id = item.tenant_id and need.id = item.need_id
        and need.draft_id = ${draftId})`);
  return rows.map(({ needId }) => needId);
}

async function keepOthers(tx: TenantTransaction, operationId: string): Promise<Progress> {
  await tx.execute(sql`
    update operation_item item set status = 'kept', why = coalesce((
      select case when draft.operation_id = ${operationId} then 'draft_ready' else 'joined_draft' end
      from need join draft on draft.tenant_id = need.tenant_id and draft.id = need.draft_id
      where need.tenant_id = item.tenant_id and need.id = item.need_id and need.status = 'authoring'), 'moved_since')
    where item.tenant_id = ${tx.tenantId} and item.operation_id = ${operationId} and item.status = 'done'`);
  return { done: 0, failed: 0, finished: true };
}
