import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment, TenantTransaction } from '#platform/database';

/**
 * Between reading what a need is resolved by (directory, library) and storing the result, neither may change unseen: a
 * worker created in that moment would stay unknown to the need for ever. Nor may somebody leave while an offer is made:
 * they would be assigned a course after what was open for them has ended. Resolutions and offers of a tenant share this
 * lock; a change of the directory takes it alone, so that it waits for those on their way, and those that follow see
 * it; for a change of the library, the job does that matches needs again. Taken before needs are locked, and held until
 * the transaction ends.
 */
function lockKey(tenantId: string): SqlFragment {
  return sql`hashtextextended('resolution:' || ${tenantId}, 0)`;
}

/** For a resolution or an offer: with others, but not while a change is being made. */
export async function shareResolution(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${lockKey(tx.tenantId)})`);
}

/** Alone, for what looks for the needs that a change concerns. */
export async function pauseResolution(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockKey(tx.tenantId)})`);
}
