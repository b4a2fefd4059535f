import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { keepCounts } from '../counts/keep-counts.js';
import { lockUpkeep } from '../marks/upkeep-lock.js';
import { type ChangedWorker, publishChanges } from './publish-changes.js';

/** Makes the periods current that time alone has brought: nothing is computed, as they have been stored in advance. */
export async function passTime(tx: TenantTransaction): Promise<void> {
  await lockUpkeep(tx);
  const ended = await tx.execute<Array<{ workerId: string }>>(sql`
    select worker_id as "workerId" from readiness_period
    where tenant_id = ${tx.tenantId} and is_current and valid_to <= clock_timestamp()`);
  const workerIds = ended.map(({ workerId }) => workerId);
  await keepCounts(tx, workerIds, () => passTimeOf(tx, workerIds));
}

/** As {@link passTime}, of these workers. The caller holds the lock, and keeps the counts. */
export async function passTimeOf(tx: TenantTransaction, workerIds: readonly string[]): Promise<void> {
  await publishChanges(tx, await moveOn(tx, workerIds));
}

/** @returns the workers whose current period is another one now */
async function moveOn(tx: TenantTransaction, workerIds: readonly string[]): Promise<ChangedWorker[]> {
  const ended = await tx.execute<Array<{ workerId: string; rank: number }>>(sql`
    update readiness_period set is_current = false
    where tenant_id = ${tx.tenantId} and is_current and valid_to <= clock_timestamp()
      and worker_id = any (${sqlArray(workerIds)}::uuid[])
    returning worker_id as "workerId", rank`);
  if (ended.length === 0) return [];
  const endedIds = sqlArray(ended.map(({ workerId }) => workerId));
  const begun = await tx.execute<Array<{ workerId: string; rank: number }>>(sql`
    update readiness_period set is_current = true
    where tenant_id = ${tx.tenantId} and worker_id = any (${endedIds}::uuid[])
      and valid_from <= clock_timestamp() and valid_to > clock_timestamp()
    returning worker_id as "workerId", rank`);
  const after = new Map(begun.map(({ workerId, rank }) => [workerId, rank]));
  return ended.map(({ workerId, rank }) => ({ workerId, before: rank, after: after.get(workerId) ?? null }));
}
