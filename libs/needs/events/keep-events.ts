import { type TenantTransaction, sqlArray } from '#platform/database';
import type { EventType } from './event-types.js';

/**
 * Moves of needs and assignments are kept for the tenant's webhooks by a trigger on the audit log; what is told to
 * nobody there is kept by these, in the same transaction. Where the tenant has no webhook they keep nothing.
 */
const HAS_WEBHOOK = `exists (select from webhook_endpoint where tenant_id = ? and status = 'enabled')`;

/** Keeps one event of each of these things. */
export async function keepEvents(
  tx: TenantTransaction,
  events: ReadonlyArray<{ readonly type: EventType; readonly subjectId: string }>,
): Promise<void> {
  if (events.length === 0) return;
  await tx.execute(
    `insert into webhook_message (tenant_id, id, type, subject_id)
     select ?, uuid_next(), type, subject_id from unnest(?::text[], ?::uuid[]) as told (type, subject_id) where ${HAS_WEBHOOK}`,
    [
      tx.tenantId,
      sqlArray(events.map(({ type }) => type)),
      sqlArray(events.map(({ subjectId }) => subjectId)),
      tx.tenantId,
    ],
  );
}

/** SQL that does so for each row of `rows`, which has a `tenant_id` and an `id`; its one parameter is the tenant. */
export function keepingEvents(type: EventType, rows: string): string {
  return `insert into webhook_message (tenant_id, id, type, subject_id) select tenant_id, uuid_next(), '${type}', id from ${rows} where ${HAS_WEBHOOK}`;
}

/**
 * Keeps one event of each thing that is about to be no more, with the thing as `read` shows it; that is read only where
 * somebody is told.
 */
export async function keepLastEvents(
  tx: TenantTransaction,
  type: EventType,
  read: () => Promise<ReadonlyMap<string, object>>,
): Promise<void> {
  const [row] = await tx.execute<Array<{ wanted: boolean }>>(`select ${HAS_WEBHOOK} as wanted`, [tx.tenantId]);
  if (row?.wanted !== true) return;
  const things = [...(await read())].map(([id, was]) => ({ id, was }));
  await tx.execute(
    'insert into webhook_message (tenant_id, id, type, subject_id, was) select ?, uuid_next(), ?, id, was from json_to_recordset(?::json) as gone (id uuid, was json)',
    [tx.tenantId, type, JSON.stringify(things)],
  );
}
