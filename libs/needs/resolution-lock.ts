import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, type Transaction, sqlArray } from '#platform/database';

/**
 * An advisory lock for each tenant, held until the transaction ends. Take it before locking needs.
 *
 * Resolutions and offers take it shared, a change of the directory takes it exclusively. A resolution reads the
 * directory and the library and then stores its result: without the lock, a worker created in between would stay
 * unknown to the need. An offer could assign a course to a person whose assignments have just been cancelled because
 * they left. After a change of the library, the job that matches needs again takes the lock exclusively.
 */
function lockKey(tenantId: string): SqlFragment {
  return sql`hashtextextended('resolution:' || ${tenantId}, 0)`;
}

/** For a resolution or an offer. Waits while another transaction holds the lock exclusively. */
export async function lockResolutionShared(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${lockKey(tx.tenantId)})`);
}

/**
 * As {@link lockResolutionShared}, for several tenants. It waits for a single one only, so that a long change of one
 * directory delays no other tenant.
 * @returns the tenants that are locked, in the given order
 */
export async function lockResolutions(tx: Transaction, tenantIds: readonly string[]): Promise<string[]> {
  const [single, ...others] = tenantIds;
  if (single !== undefined && others.length === 0) {
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${lockKey(single)})`);
    return [single];
  }
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select id from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id)
    where pg_try_advisory_xact_lock_shared(hashtextextended('resolution:' || id, 0))`);
  const locked = new Set(rows.map(({ id }) => id));
  return tenantIds.filter((tenantId) => locked.has(tenantId));
}

/** For a change that looks for the needs it affects. Waits for all resolutions and offers of the tenant. */
export async function lockResolutionExclusive(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockKey(tx.tenantId)})`);
}
