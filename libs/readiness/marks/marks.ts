import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';

/*
 * A mark says that somebody's readiness may have changed. It is stored in the transaction of the change, so that it is
 * neither lost nor there too early; the job deletes the marks that it has read, and no others.
 */

/** @param workerIds UUIDs */
export async function markWorkers(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
  if (workerIds.length === 0) return;
  await tx.execute(sql`
    insert into readiness_mark (tenant_id, worker_id)
    select ${tx.tenantId}, worker_id from unnest(${sqlArray([...new Set(workerIds)])}::uuid[]) as changed (worker_id)`);
}

/** Marks whoever these needs reach, or have reached; the job finds out who that is. @param needIds UUIDs */
export async function markNeeds(tx: TenantTransaction, needIds: readonly string[]): Promise<void> {
  if (needIds.length === 0) return;
  await tx.execute(sql`
    insert into readiness_mark (tenant_id, need_id)
    select ${tx.tenantId}, need_id from unnest(${sqlArray([...new Set(needIds)])}::uuid[]) as changed (need_id)`);
}

/** Marks all workers of the tenant: for a change of what is decided for all of them. */
export async function markEverybody(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`insert into readiness_mark (tenant_id) values (${tx.tenantId})`);
}
