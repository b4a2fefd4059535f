import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, byKey, ids, sqlArray } from '#platform/database';
import { holdersOf } from './find-workers.js';
import { type WorkerChange, type WorkerPlan, planUpsert } from './plan-upsert.js';
import { storeWorkers } from './store-workers.js';
import { WORKER_KEYS, type WorkerFields, type WorkerRecord } from './worker-record.js';
import { type WorkerRow, recordOf, selectWorkersById } from './worker-rows.js';

/**
 * Creates or updates a set of workers, as if one row was written after the other, in a handful of statements. A row
 * whose keys belong to another worker is refused by itself. The caller has validated the texts; it tells of the
 * changes, and audits them.
 * @param options.areNew spares looking the workers up: that one of them is known, KeyTaken tells
 * @returns what became of each row, in their order, and the workers that changed
 * @throws KeyTaken where another transaction took a key meanwhile
 */
export async function writeWorkers(
  tx: TenantTransaction,
  rows: readonly WorkerFields[],
  { areNew = false } = {},
): Promise<WorkerPlan> {
  const planned = (areNew ? planNew(rows) : null) ?? planUpsert(await namedBy(tx, rows), rows, ids.next);
  if (planned.changes.length > 0) {
    await releaseKeys(tx, planned.changes);
    await storeWorkers(tx, planned.changes);
  }
  return planned;
}

/**
 * The plan for rows of which none names a known worker; null where they are not such rows: each would make a worker of
 * its own.
 */
function planNew(rows: readonly WorkerFields[]): WorkerPlan | null {
  const planned = planUpsert([], rows, ids.next);
  return planned.outcomes.every(({ outcome }) => outcome === 'created') ? planned : null;
}

/** All workers that the rows name by any key, locked until the transaction ends. */
async function namedBy(tx: TenantTransaction, rows: readonly WorkerFields[]): Promise<WorkerRecord[]> {
  const { externalWorkerId, email, learnerId } = holdersOf(tx.tenantId, rows);
  // In the order of the ids, in which every transaction that locks several workers does.
  const locked = await tx.execute<Array<{ id: string }>>(sql`
    select worker.id from (
      select id as key from (
        select id from ${externalWorkerId} union select id from ${email} union select id from ${learnerId}
      ) as holder order by id
    ) as named cross join lateral ${byKey('worker', sql`tenant_id = ${tx.tenantId} and id = named.key`)} for update of worker`);
  if (locked.length === 0) return [];
  // A statement of its own: its snapshot is not older than the locks.
  const lockedIds = locked.map(({ id }) => id);
  return (await tx.execute<WorkerRow[]>(selectWorkersById(tx.tenantId, lockedIds))).map(recordOf);
}

/**
 * Where a worker gives a key up and another takes it, one statement would depend on which it writes first: the keys
 * that change are given up before. Its own id stands in, as a worker must have a key.
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
