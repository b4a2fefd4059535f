import { type TenantTransaction, lockInTenant } from '#platform/database';

/**
 * Serializes the transactions that assign courses in a tenant, until the transaction ends: between its check whether a
 * person has the course and its insert, no other assigns it. Take it after locking needs, and before assignments.
 */
export async function lockAssigning(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, 'assign');
}
