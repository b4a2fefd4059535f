import { sql } from '@mikro-orm/postgresql';
import { sqlArray } from './sql-array.js';
import type { SqlFragment } from './sql-fragments.js';
import type { TenantTransaction, Transaction } from './transaction.js';

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

/** The advisory locks with one name, such as `readiness`: each tenant has one. */
interface TenantLock {
  readonly name: string;
  readonly isShared: boolean;
  /** Whether to wait for locks that other transactions hold. */
  readonly mayWait: boolean;
}

/**
 * Takes the locks of tenants until the transaction ends.
 * @returns the tenants that are locked, in the given order: all of them, if it may wait
 */
export async function lockTenants(
  tx: Transaction,
  tenantIds: readonly string[],
  { name, isShared, mayWait }: TenantLock,
): Promise<string[]> {
  if (mayWait) {
    const take = isShared ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
    await tx.execute(
      sql`select ${take}(${tenantLockKey(name, sql`id`)}) from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id)`,
    );
    return [...tenantIds];
  }
  const tryToTake = isShared ? sql`pg_try_advisory_xact_lock_shared` : sql`pg_try_advisory_xact_lock`;
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id)
    where ${tryToTake}(${tenantLockKey(name, sql`id`)})`);
  const locked = new Set(rows.map(({ id }) => id));
  return tenantIds.filter((tenantId) => locked.has(tenantId));
}
