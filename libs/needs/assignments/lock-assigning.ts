import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';

/**
 * Serializes the transactions that assign courses in a tenant, until the transaction ends: between its check whether a
 * person has the course and its insert, no other assigns it. Take it after locking needs, and before assignments.
 */
export async function lockAssigning(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('assign:' || ${tx.tenantId}, 0))`);
}
