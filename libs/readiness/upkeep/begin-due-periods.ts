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

/** The maximum number of workers of one transaction: a change of the requirements waits for its lock. */
const WORKERS_PER_SET = 1_000;
/** How long the boards of other tenants wait for one that is being changed. */
const LOCK_WAIT_MS = 1_000;

/**
 * Makes the next periods current for a set of the workers whose current period has ended. It computes nothing, because
 * the periods were stored in advance.
 * @returns whether more workers may be waiting
 * @throws LockedOut if another transaction changes the board for longer than a second
 */
export async function beginDuePeriods(tx: TenantTransaction): Promise<boolean> {
  await limitLockWaits(tx, LOCK_WAIT_MS);
  await lockUpkeep(tx);
  const ended = await tx.execute<Array<{ workerId: string }>>(sql`
    select worker_id as "workerId" from readiness_period
    where tenant_id = ${tx.tenantId} and is_current and valid_to <= clock_timestamp()
    order by valid_to limit ${WORKERS_PER_SET}`);
  const { tenantId } = tx;
  const workers = ended.map(({ workerId }) => ({ tenantId, id: workerId }));
  await updateCounts(tx, workers, () => beginDuePeriodsOf(tx, workers));
  return workers.length === WORKERS_PER_SET;
}

/** As {@link beginDuePeriods}, of these workers. The caller holds the locks, and keeps the counts. */
export async function beginDuePeriodsOf(tx: Transaction, workers: readonly IdOfTenant[]): Promise<void> {
  await publishChanges(tx, await replaceEnded(tx, workers));
}

interface ReplacedPeriod extends OfTenant {
  readonly workerId: string;
  readonly rank: number;
}

function ofWorkers(workers: readonly IdOfTenant[]): SqlFragment {
  return inTenantsOf(sql`readiness_period`, workers, sql`worker_id`);
}

/** @returns the workers whose current period has been replaced */
async function replaceEnded(tx: Transaction, workers: readonly IdOfTenant[]): Promise<ChangedWorker[]> {
  if (workers.length === 0) return [];
  const columns = sql`tenant_id as "tenantId", worker_id as "workerId", rank`;
  const ended = await tx.execute<ReplacedPeriod[]>(sql`
    update readiness_period set is_current = false
    where ${ofWorkers(workers)} and is_current and valid_to <= clock_timestamp()
    returning ${columns}`);
  if (ended.length === 0) return [];
  const begun = await tx.execute<ReplacedPeriod[]>(sql`
    update readiness_period set is_current = true
    where ${ofWorkers(ended.map(({ tenantId, workerId }) => ({ tenantId, id: workerId })))}
      and valid_from <= clock_timestamp() and valid_to > clock_timestamp()
    returning ${columns}`);
  const after = new Map(begun.map((period) => [keyOf(period), period.rank]));
  return ended.map((period) => {
    const { tenantId, workerId, rank } = period;
    return { tenantId, workerId, before: rank, after: after.get(keyOf(period)) ?? null };
  });
}

function keyOf({ tenantId, workerId }: ReplacedPeriod): string {
  return `${tenantId} ${workerId}`;
}
