import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';

/** Waits until no other transaction brings the board of the tenant up to date, until this one ends. */
export async function lockUpkeep(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('readiness:' || ${tx.tenantId}, 0))`);
}
