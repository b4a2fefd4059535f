import type { TenantTransaction } from '#platform/database';

/** Ends what a webhook was still to be told: its log keeps it, and it can be replayed. */
export async function dropPending(tx: TenantTransaction, endpointId: string, why: string): Promise<void> {
  await tx.execute(
    `update webhook_delivery set status = 'failed', error = coalesce(error, ?) where tenant_id = ? and endpoint_id = ? and status = 'pending'`,
    [why, tx.tenantId, endpointId],
  );
}
