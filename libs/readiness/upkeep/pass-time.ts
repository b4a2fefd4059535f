import { sql } from '@mikro-orm/postgresql';
import { lockUpkeep } from '#needs';
import {
  type IdOfTenant,
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  inTenantsOf,
  limitLockWaits,
} from '#platform/database';
import { updateCounts } from '../counts/update-counts.js';
import { type ChangedWorker, publishChanges } from './publish-changes.js';

/** Workers for whom one transaction passes the time: a change of the requirements waits for its lock. */
const WORKERS_PER_SET = 1_000;
/** How long the boards of other tenants wait for one that is being changed. */
const LOCK_WAIT_MS = 1_000;

/**
 * Makes the periods current that have begun since, for a set of the workers whose current one has ended. It computes
 * nothing, because they were stored in advance.
 * @returns whether more workers may be waiting
 * @throws LockedOut if another transaction changes the board for longer than a second
 */
export async function passTime(tx: TenantTransaction): Promise<boolean> {
  await limitLockWaits(tx, LOCK_WAIT_MS);
  await lockUpkeep(tx);
  const ended = await tx.execute<Array<{ workerId: string }>>(sql`
    select worker_id as "workerId" from readiness_period
    where tenant_id = ${tx.tenantId} and is_current and valid_to <= clock_timestamp()
    order by valid_to limit ${WORKERS_PER_SET}`);
  const { tenantId } = tx;
  const workers = ended.map(({ workerId }) => ({ tenantId, id: workerId }));
  await updateCounts(tx, workers, () => passTimeOf(tx, workers));
  return workers.length === WORKERS_PER_SET;
}

/** As {@link passTime}, of these workers. The caller holds the locks, and keeps the counts. */
export async function passTimeOf(tx: Transaction, workers: readonly IdOfTenant[]): Promise<void> {
  await publishChanges(tx, await moveOn(tx, workers));
}

interface MovedPeriod extends OfTenant {
  readonly workerId: string;
  readonly rank: number;
}

function ofWorkers(workers: readonly IdOfTenant[]): SqlFragment {
  return inTenantsOf(sql`readiness_period`, workers, sql`worker_id`);
}

/** @returns the workers whose current period is another one now */
async function moveOn(tx: Transaction, workers: readonly IdOfTenant[]): Promise<ChangedWorker[]> {
  if (workers.length === 0) return [];
  const moved = sql`tenant_id as "tenantId", worker_id as "workerId", rank`;
  const ended = await tx.execute<MovedPeriod[]>(sql`
    update readiness_period set is_current = false
    where ${ofWorkers(workers)} and is_current and valid_to <= clock_timestamp()
    returning ${moved}`);
  if (ended.length === 0) return [];
  const begun = await tx.execute<MovedPeriod[]>(sql`
    update readiness_period set is_current = true
    where ${ofWorkers(ended.map(({ tenantId, workerId }) => ({ tenantId, id: workerId })))}
      and valid_from <= clock_timestamp() and valid_to > clock_timestamp()
    returning ${moved}`);
  const after = new Map(begun.map((period) => [keyOf(period), period.rank]));
  return ended.map((period) => {
    const { tenantId, workerId, rank } = period;
    return { tenantId, workerId, before: rank, after: after.get(keyOf(period)) ?? null };
  });
}

function keyOf({ tenantId, workerId }: MovedPeriod): string {
  return `${tenantId} ${workerId}`;
}
