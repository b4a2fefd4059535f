import { sql } from '@mikro-orm/postgresql';
import {
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  sqlArray,
  tenantsOf,
} from '#platform/database';
import type { NeedEventType } from './event-types.js';

/**
 * Events of transitions are stored for the tenant's webhooks by a trigger on the audit log. The functions of this file
 * store the events that have no audit entry, in the same transaction. Without an enabled webhook they store nothing.
 */
function hasWebhook(tenantId: string): SqlFragment {
  return sql`exists (select from webhook_endpoint where tenant_id = ${tenantId} and status = 'enabled')`;
}

interface KeptEvent extends OfTenant {
  readonly type: string;
  readonly subjectId: string;
}

/** Stores these events, which may be of several tenants. */
export async function keepEvents(tx: Transaction, events: readonly KeptEvent[]): Promise<void> {
  if (events.length === 0) return;
  const tenantIds = sqlArray(events.map(({ tenantId }) => tenantId));
  const senders = sqlArray(tenantsOf(events));
  const types = sqlArray(events.map(({ type }) => type));
  const subjectIds = sqlArray(events.map(({ subjectId }) => subjectId));
  await tx.execute(
    sql`insert into webhook_message (tenant_id, id, type, subject_id)
        select tenant_id, uuid_next(), type, subject_id
        from unnest(${tenantIds}::uuid[], ${types}::text[], ${subjectIds}::uuid[]) as event (tenant_id, type,
            subject_id)
        where tenant_id in (
          select webhook_endpoint.tenant_id from webhook_endpoint
          where status = 'enabled'
            and webhook_endpoint.tenant_id = any (${senders}::uuid[])
        )`,
  );
}

/** SQL that stores one event for each row of `rows`, a table with a `tenant_id` and an `id`. */
export function keepingEvents(type: NeedEventType, rows: SqlFragment, tenantId: string): SqlFragment {
  return sql`insert into webhook_message (tenant_id, id, type, subject_id)
    select tenant_id, uuid_next(), ${type}, id from ${rows} where ${hasWebhook(tenantId)}`;
}

/**
 * Stores an event for each resource that is about to be deleted, with the resource as `read` returns it. Calls `read`
 * only if the tenant has an enabled webhook.
 */
export async function keepLastEvents(
  tx: TenantTransaction,
  type: NeedEventType,
  read: () => Promise<ReadonlyMap<string, object>>,
): Promise<void> {
  const [row] = await tx.execute<Array<{ wanted: boolean }>>(sql`select ${hasWebhook(tx.tenantId)} as wanted`);
  if (row?.wanted !== true) return;
  const things = [...(await read())].map(([id, was]) => ({ id, was }));
  await tx.execute(
    sql`insert into webhook_message (tenant_id, id, type, subject_id, was)
        select ${tx.tenantId}, uuid_next(), ${type}, id, was
        from json_to_recordset(${JSON.stringify(things)}::json) as gone (id uuid, was json)`,
  );
}
