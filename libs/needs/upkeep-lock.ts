import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, type Transaction, sqlArray } from '#platform/database';

/**
 * Waits until no other transaction brings the readiness board of the tenant up to date; none does until this one ends.
 * The library of the board takes the lock, and so does an erasure: a board that is computed from needs which the
 * erasure has not changed yet would store the name that it erases.
 */
export async function lockUpkeep(tx: TenantTransaction): Promise<void> {
  await lockUpkeepOfTenants(tx, [tx.tenantId]);
}

/**
 * As {@link lockUpkeep}, of several tenants. It waits for a single one only, so that a long set of one tenant delays no
 * other.
 * @returns the tenants that are locked, in the given order
 */
export async function lockUpkeepOfTenants(tx: Transaction, tenantIds: readonly string[]): Promise<string[]> {
  const [single, ...others] = tenantIds;
  if (single !== undefined && others.length === 0) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('readiness:' || ${single}, 0))`);
    return [single];
  }
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id)
    where pg_try_advisory_xact_lock(hashtextextended('readiness:' || id, 0))`);
  const locked = new Set(rows.map(({ id }) => id));
  return tenantIds.filter((tenantId) => locked.has(tenantId));
}
