import { type TenantTransaction, type Transaction, lockInTenant, lockTenants } from '#platform/database';

const NAME = 'assign';

/**
 * Serializes the transactions that assign courses in a tenant, until the transaction ends: between its check whether a
 * person has the course and its insert, no other assigns it. Take it after locking needs, and before assignments.
 */
export async function lockAssigning(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, NAME);
}

/** As {@link lockAssigning}, in several tenants. */
export async function lockAssigningOfTenants(tx: Transaction, tenantIds: readonly string[]): Promise<void> {
  if (tenantIds.length > 0) await lockTenants(tx, tenantIds, { name: NAME, isShared: false, mayWait: true });
}
