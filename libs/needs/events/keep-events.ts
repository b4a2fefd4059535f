import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import type { EventType } from './event-types.js';

/**
 * Events of transitions are stored for the tenant's webhooks by a trigger on the audit log. The functions of this file
 * store the events that have no audit entry, in the same transaction. Without an enabled webhook they store nothing.
 */
function hasWebhook(tenantId: string): SqlFragment {
  return sql`exists (select from webhook_endpoint where tenant_id = ${tenantId} and status = 'enabled')`;
}

/** Stores these events. */
export async function keepEvents(
  tx: TenantTransaction,
  events: ReadonlyArray<{ readonly type: string; readonly subjectId: string }>,
): Promise<void> {
  if (events.length === 0) return;
  const types = sqlArray(events.map(({ type }) => type));
  const subjectIds = sqlArray(events.map(({ subjectId }) => subjectId));
  await tx.execute(
    sql`insert into webhook_message (tenant_id, id, type, subject_id)
        select ${tx.tenantId}, uuid_next(), type, subject_id from unnest(${types}::text[], ${subjectIds}::uuid[]) as event (type, subject_id)
        where ${hasWebhook(tx.tenantId)}`,
  );
}

/** SQL that stores one event for each row of `rows`, a table with a `tenant_id` and an `id`. */
export function keepingEvents(type: EventType, rows: SqlFragment, tenantId: string): SqlFragment {
  return sql`insert into webhook_message (tenant_id, id, type, subject_id)
    select tenant_id, uuid_next(), ${type}, id from ${rows} where ${hasWebhook(tenantId)}`;
}

/**
 * Stores an event for each resource that is about to be deleted, with the resource as `read` returns it. Calls `read`
 * only if the tenant has an enabled webhook.
 */
export async function keepLastEvents(
  tx: TenantTransaction,
  type: EventType,
  read: () => Promise<ReadonlyMap<string, object>>,
): Promise<void> {
  const [row] = await tx.execute<Array<{ wanted: boolean }>>(sql`select ${hasWebhook(tx.tenantId)} as wanted`);
  if (row?.wanted !== true) return;
  const things = [...(await read())].map(([id, was]) => ({ id, was }));
  await tx.execute(
    sql`insert into webhook_message (tenant_id, id, type, subject_id, was)
        select ${tx.tenantId}, uuid_next(), ${type}, id, was from json_to_recordset(${JSON.stringify(things)}::json) as gone (id uuid, was json)`,
  );
}
