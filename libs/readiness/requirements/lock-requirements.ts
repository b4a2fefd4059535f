import { type TenantTransaction, lockInTenant } from '#platform/database';

/**
 * Serialises the changes of a tenant's requirements until the transaction ends: an import reads all of them once, and
 * writes back what it has read. Take it before any row of a requirement.
 */
export async function lockRequirements(tx: TenantTransaction): Promise<void> {
  await lockInTenant(tx, 'requirements');
}
