import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment } from '#platform/database';

/**
 * SQL: the ids of the needs to whose people an operation is still assigning a course. They are offered, and may have no
 * assignment yet. An offer of one need has the needs of its gap as items.
 * @param ending the id of an operation that has reached all people; null: there is none
 */
export function needsOfRunningOffers(tenantId: string, ending: string | null = null): SqlFragment {
  const ofRunning = sql`
    operation join operation_item item on item.tenant_id = operation.tenant_id and item.operation_id = operation.id
    where operation.tenant_id = ${tenantId} and operation.status in ('queued', 'running')
      and operation.id is distinct from ${ending}::uuid`;
  return sql`
    select item.need_id from ${ofRunning} and item.status = 'begun'
    union all
    select item.need_id from ${ofRunning} and operation.kind = 'offer' and operation.unit = 'people'`;
}
