import { sql } from '@mikro-orm/postgresql';
import { type Database, FIRST_ID, type TenantTransaction } from '#platform/database';

/** Deliveries of a webhook that one transaction deletes: there may be millions in 30 days. */
const DELIVERIES_PER_TRANSACTION = 5_000;

interface Deleted {
  readonly deliveries: number;
  readonly last: string | null;
}

/** Deletes the deliveries of a webhook that are not pending, in transactions of their own. */
export async function deleteLog(database: Database, tenantId: string, endpointId: string): Promise<void> {
  let after: string | null = FIRST_ID;
  const next = (from: string): Promise<Deleted> =>
    database.asTenant(tenantId, (tx) => deleteNext(tx, endpointId, from));
  while (after !== null) {
    const { deliveries, last } = await next(after);
    after = deliveries === DELIVERIES_PER_TRANSACTION ? last : null;
  }
}

/** In the order of their ids: the index still has the entries of those that were deleted before. */
async function deleteNext(tx: TenantTransaction, endpointId: string, after: string): Promise<Deleted> {
  const [deleted] = await tx.execute<Deleted[]>(sql`
    with next as materialized (
      select id from webhook_delivery where tenant_id = ${tx.tenantId} and endpoint_id = ${endpointId}
        and id > ${after}::uuid and status <> 'pending'
      order by id limit ${DELIVERIES_PER_TRANSACTION}
    ), gone as (
      delete from webhook_delivery where tenant_id = ${tx.tenantId} and id = any (array(select id from next))
    )
    select count(*)::integer as deliveries, max(id::text) as last from next`);
  return deleted ?? { deliveries: 0, last: null };
}
