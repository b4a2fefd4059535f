import type { Transaction } from '#platform/database';

/** Ends what a webhook was still to be told: its log keeps it, and it can be replayed. */
export async function dropPending(tx: Transaction, tenantId: string, endpointId: string, why: string): Promise<void> {
  await tx.execute(
    `update webhook_delivery set status = 'failed', error = coalesce(error, ?) where tenant_id = ? and endpoint_id = ? and status = 'pending'`,
    [why, tenantId, endpointId],
  );
}
