import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment } from './sql-fragments.js';
import type { TenantTransaction } from './transaction.js';

/**
 * Takes an advisory lock of the tenant, such as `webhooks`, and holds it until the transaction ends. Waits while
 * another transaction holds it; several may hold it shared.
 */
export async function lockInTenant(tx: TenantTransaction, name: string, { isShared = false } = {}): Promise<void> {
  const lock = isShared ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  await tx.execute(sql`select ${lock}(${tenantLockKey(name, sql`${tx.tenantId}::text`)})`);
}

/** The key of a tenant's advisory lock, for statements that take it themselves. @param tenantId a text or a uuid */
export function tenantLockKey(name: string, tenantId: SqlFragment): SqlFragment {
  return sql`hashtextextended(${`${name}:`} || ${tenantId}, 0)`;
}
