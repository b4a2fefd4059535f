import { sql } from '@mikro-orm/postgresql';
import { type Transaction, sqlArray, tenantLockKey } from '#platform/database';

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
