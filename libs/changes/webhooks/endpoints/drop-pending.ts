import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';

/** Ends what a webhook was still to be told: its log keeps it, and it can be replayed. */
export async function dropPending(tx: TenantTransaction, endpointId: string, why: string): Promise<void> {
  await tx.execute(
    sql`update webhook_delivery set status = 'failed', error = coalesce(error, ${why})
      where tenant_id = ${tx.tenantId} and endpoint_id = ${endpointId} and status = 'pending'`,
  );
}
