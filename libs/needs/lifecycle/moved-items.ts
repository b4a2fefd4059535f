import { sql } from '@mikro-orm/postgresql';
import { storeItems } from '#operations';
import { type TenantTransaction, anyTenant, sqlArray } from '#platform/database';
import type { MovedNeed } from './move-needs.js';
import type { NeedStatus } from '../need.js';

/** A snoozed need. */
export interface SnoozedNeed {
  readonly needId: string;
  readonly until: string;
  /** The day that was given; null: a time was given. */
  readonly untilOn: string | null;
}

/** Until when the snoozed ones of the needs are snoozed. */
export async function snoozes(tx: TenantTransaction, needIds: readonly string[]): Promise<SnoozedNeed[]> {
  return tx.execute<SnoozedNeed[]>(
    sql`select id as "needId", snoozed_until as until, until_on::text as "untilOn" from need
        where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and snoozed_until is not null`,
  );
}

/** Stores the needs that an operation has moved, with what undoing it restores. @param before their snoozes */
export async function storeMoved(
  tx: TenantTransaction,
  operationId: string,
  moved: readonly MovedNeed[],
  before: readonly SnoozedNeed[],
): Promise<void> {
  await storeItems(
    tx,
    operationId,
    moved.map(({ id: needId, from, version }) => ({
      needId,
      status: 'done',
      statusBefore: from,
      versionAfter: version,
    })),
  );
  await storeSnoozes(tx, operationId, before);
}

/** Stores until when the snoozed ones of the needs that an operation is about to offer are snoozed. */
export async function keepSnoozes(
  tx: TenantTransaction,
  operationId: string,
  offers: ReadonlyArray<{ readonly needId: string; readonly status: NeedStatus }>,
): Promise<void> {
  const snoozed = offers.flatMap(({ needId, status }) => (status === 'snoozed' ? [needId] : []));
  if (snoozed.length > 0) await keepSnoozesOf(tx, operationId, snoozed);
}

/** Stores until when the snoozed ones of an operation's needs are snoozed, before it moves them. */
export async function keepSnoozesOf(
  tx: TenantTransaction,
  operationId: string,
  needIds: readonly string[],
): Promise<void> {
  await storeSnoozes(tx, operationId, await snoozes(tx, needIds));
}

async function storeSnoozes(tx: TenantTransaction, operationId: string, before: readonly SnoozedNeed[]): Promise<void> {
  if (before.length === 0) return;
  await tx.execute(
    sql`update operation_item item set snoozed_before = given.until, snoozed_before_on = given."untilOn"
        from jsonb_to_recordset(${JSON.stringify(before)}::jsonb)
          as given ("needId" uuid, until timestamptz, "untilOn" date)
        where item.tenant_id = ${anyTenant(tx.tenantId)} and item.operation_id = ${operationId}
          and item.need_id = given."needId"`,
  );
}
