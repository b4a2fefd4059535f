import { type TenantTransaction, type Transaction, lockTenants } from '#platform/database';

/**
 * Waits until no other transaction brings the readiness board of the tenant up to date; none does until this one ends.
 * The readiness library takes the lock, and so does an erasure. Otherwise a board that is computed from needs which the
 * erasure has not changed yet would store the name that it erases.
 */
export async function lockUpkeep(tx: TenantTransaction): Promise<void> {
  await lockUpkeepOfTenants(tx, [tx.tenantId], true);
}

/** As {@link lockUpkeep}, of several tenants. @returns those that are locked: see `lockTenants` */
export function lockUpkeepOfTenants(
  tx: Transaction,
  tenantIds: readonly string[],
  mayWait: boolean,
): Promise<string[]> {
  return lockTenants(tx, tenantIds, { name: 'readiness', isShared: false, mayWait });
}
