import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, notifyChange, sqlArray } from '#platform/database';
import { lockUpkeep } from '../marks/upkeep-lock.js';

/**
 * Makes the periods current that time alone has brought: nothing is computed, as they have been stored in advance.
 * @returns how many workers have another period than before
 */
export async function passTime(tx: TenantTransaction): Promise<number> {
  await lockUpkeep(tx);
  const passed = await moveOn(tx, sql`true`);
  if (passed.length > 0)
    await notifyChange(tx, { tenantId: tx.tenantId, kind: 'readiness', action: 'changed', ids: passed });
  return passed.length;
}

/** As {@link passTime}, of these workers. The caller holds the lock, and publishes. */
export async function passTimeOf(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
  await moveOn(tx, sql`worker_id = any (${sqlArray(workerIds)}::uuid[])`);
}

/** @returns the workers whose current period is another one now */
async function moveOn(tx: TenantTransaction, condition: SqlFragment): Promise<string[]> {
  const ended = await tx.execute<Array<{ workerId: string }>>(sql`
    update readiness_period set is_current = false
    where tenant_id = ${tx.tenantId} and is_current and valid_to <= clock_timestamp() and ${condition}
    returning worker_id as "workerId"`);
  const workerIds = ended.map(({ workerId }) => workerId);
  if (workerIds.length > 0)
    await tx.execute(sql`
      update readiness_period set is_current = true
      where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[])
        and valid_from <= clock_timestamp() and valid_to > clock_timestamp()`);
  return workerIds;
}
