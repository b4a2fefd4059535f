import { type TenantTransaction, byKey, ids, sqlArray } from '#platform/database';
import { holdersOf } from './find-workers.js';
import { type WorkerChange, type WorkerPlan, planUpsert } from './plan-upsert.js';
import { storeWorkers } from './store-workers.js';
import { WORKER_KEYS, type WorkerFields, type WorkerRecord } from './worker-record.js';
import { SELECT_WORKERS_BY_ID, type WorkerRow, recordOf } from './worker-rows.js';

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
  const keys = [
    texts(rows.map((row) => row.externalWorkerId)),
    texts(rows.map((row) => row.email?.toLowerCase())),
    texts(rows.map((row) => row.learnerId)),
  ];
  const locked = await tx.execute<Array<{ id: string }>>(LOCK_NAMED, [
    ...keys.flatMap((values) => [values, tx.tenantId]),
    tx.tenantId,
  ]);
  if (locked.length === 0) return [];
  // Read by a statement of its own, so that what is read is not older than the lock.
  return (await tx.execute<WorkerRow[]>(SELECT_WORKERS_BY_ID, [sqlArray(locked.map(({ id }) => id)), tx.tenantId])).map(
    recordOf,
  );
}

function texts(values: ReadonlyArray<string | null | undefined>): string {
  return sqlArray([...new Set(values.filter((value) => typeof value === 'string'))]);
}

/** In the order of their ids, in which all who lock several workers do. */
const LOCK_NAMED = `
  select worker.id from (
    select id as key from (
      select id from ${holdersOf('external_worker_id')} union select id from ${holdersOf('email')} union select id from ${holdersOf('learner_id')}
    ) as holder order by id
  ) as named cross join lateral ${byKey('worker', 'tenant_id = ? and id = named.key')} for update of worker`;

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
  await tx.execute(
    'update worker set external_worker_id = id::text, email = null, learner_id = null where tenant_id = ? and id = any (?::uuid[])',
    [tx.tenantId, sqlArray(released.map(({ after }) => after.id))],
  );
}
