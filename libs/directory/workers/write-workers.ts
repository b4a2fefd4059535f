import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, byKey, ids, sqlArray } from '#platform/database';
import { withPresentSites } from '../sites/site-names.js';
import { workersByKey } from './find-workers.js';
import { type WorkerChange, type WorkerPlan, planUpsert } from './plan-upsert.js';
import { storeWorkers } from './store-workers.js';
import { WORKER_KEYS, type WorkerFields, type WorkerRecord } from './worker-record.js';
import { type WorkerRow, recordOf, selectWorkersById } from './worker-rows.js';

/**
 * Creates or updates a set of workers in a few statements, with the result of writing one row after the other.
 * Refuses only the rows whose keys belong to another worker. The caller validates the texts before, and publishes and
 * audits the changes after.
 * @param options.assumeNew does not look up the workers; throws KeyTaken if one of them exists
 * @throws KeyTaken if another transaction took a key meanwhile
 */
export async function writeWorkers(
  tx: TenantTransaction,
  given: readonly WorkerFields[],
  { assumeNew = false } = {},
): Promise<WorkerPlan> {
  const rows = await withPresentSites(tx, given);
  const planned = (assumeNew ? planNewWorkers(rows) : null) ?? (await planForStored(tx, rows));
  if (planned.changes.length > 0) {
    await releaseKeys(tx, planned.changes);
    await storeWorkers(tx, planned.changes);
  }
  return planned;
}

/**
 * The plan under the assumption that no worker of the rows exists; null if the rows contradict it, for example if two
 * of them name the same worker.
 */
function planNewWorkers(rows: readonly WorkerFields[]): WorkerPlan | null {
  const planned = planUpsert([], rows, ids.next);
  return planned.results.every(({ outcome }) => outcome === 'created') ? planned : null;
}

async function planForStored(tx: TenantTransaction, rows: readonly WorkerFields[]): Promise<WorkerPlan> {
  const known = await lockNamedWorkers(tx, rows);
  return planUpsert(known, rows, ids.next, await providersOwnIds(tx, known));
}

/**
 * The external ids of active workers that are only their identity provider's own ids of them, because it sends no
 * employee number: the systems that send data points have other ids.
 */
async function providersOwnIds(tx: TenantTransaction, workers: readonly WorkerRecord[]): Promise<ReadonlySet<string>> {
  const active = workers.filter((worker) => worker.active);
  if (active.length === 0) return new Set();
  const users = await tx.execute<Array<{ workerId: string; externalId: string }>>(sql`
    select worker_id as "workerId", external_id as "externalId" from scim_user
    where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(active.map(({ id }) => id))}::uuid[])
      and external_id is not null
      and last_sent -> 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User' ->> 'employeeNumber' is null`);
  const sent = new Map(users.map(({ workerId, externalId }) => [workerId, externalId]));
  return new Set(
    active.flatMap(({ id, externalWorkerId: own }) => (own !== null && sent.get(id) === own ? [own] : [])),
  );
}

/** Locks and reads all workers that the rows name by any key. */
async function lockNamedWorkers(tx: TenantTransaction, rows: readonly WorkerFields[]): Promise<WorkerRecord[]> {
  const { externalWorkerId, email, learnerId } = workersByKey(tx.tenantId, rows);
  // Ordered by id, like in every transaction that locks several workers.
  const locked = await tx.execute<Array<{ id: string }>>(sql`
    select worker.id from (
      select id as key from (
        select id from ${externalWorkerId} union select id from ${email} union select id from ${learnerId}
      ) as holder order by id
    ) as named cross join lateral ${byKey('worker', sql`tenant_id = ${anyTenant(tx.tenantId)} and id = named.key`)}
  for update of worker`);
  if (locked.length === 0) return [];
  // A separate statement: its snapshot must not be older than the locks.
  const lockedIds = locked.map(({ id }) => id);
  return (await tx.execute<WorkerRow[]>(selectWorkersById(tx.tenantId, lockedIds))).map(recordOf);
}

/**
 * Clears the keys that change, since one statement that moves a key from one worker to another may violate the unique
 * constraint. A worker must have a key: its id is the placeholder.
 */
async function releaseKeys(tx: TenantTransaction, changes: readonly WorkerChange[]): Promise<void> {
  const released = changes.filter(
    ({ before, after }) =>
      before !== null && WORKER_KEYS.some((key) => before[key] !== null && before[key] !== after[key]),
  );
  if (released.length === 0) return;
  await tx.execute(sql`
    update worker set external_worker_id = id::text, email = null, learner_id = null
    where tenant_id = ${tx.tenantId} and id = any (${sqlArray(released.map(({ after }) => after.id))}::uuid[])`);
}
