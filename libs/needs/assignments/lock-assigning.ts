import { LockedOut, type TenantTransaction, type Transaction, lockInTenant, lockTenants } from '#platform/database';

const NAME = 'assign';

/**
 * Serializes the transactions that assign courses in a tenant, until the transaction ends: between its check whether a
 * person has the course and its insert, no other assigns it. Take it after locking needs, and before assignments.
 */
export async function lockAssigning(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, NAME);
}

/**
 * As {@link lockAssigning}, in several tenants.
 * @throws LockedOut if it may not wait, and another transaction assigns courses in one of them
 */
export async function lockAssigningOfTenants(
  tx: Transaction,
  tenantIds: readonly string[],
  mayWait: boolean,
): Promise<void> {
  if (tenantIds.length === 0) return;
  const locked = await lockTenants(tx, tenantIds, { name: NAME, isShared: false, mayWait });
  if (locked.length < tenantIds.length) throw new LockedOut('courses are being assigned in one of the tenants');
}
