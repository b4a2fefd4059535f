import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';

/**
 * Serialises the changes of a tenant's requirements until the transaction ends: an import reads all of them once, and
 * writes back what it has read. Take it before any row of a requirement.
 */
export async function lockRequirements(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('requirements:' || ${tx.tenantId}, 0))`);
}
