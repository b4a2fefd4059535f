import { Injectable } from '@nestjs/common';
import { type Transaction, ids } from '#platform/database';
import { DirectoryChanges } from '../directory-changes.js';
import { type UpsertOutcome, type WorkerChange, planUpsert } from './plan-upsert.js';
import { siteKeysOf } from './site-keys-of.js';
import { storeWorkers } from './store-workers.js';
import { WORKER_KEYS, type WorkerFields, type WorkerRecord } from './worker-record.js';
import { SELECT_WORKERS, type WorkerRow, recordOf } from './worker-rows.js';

/** Workers by the thousand. */
@Injectable()
export class WorkerUpsert {
  constructor(private readonly changes: DirectoryChanges) {}

  /**
   * Creates or updates a set of workers, as if one row was written after the other, in a handful of statements. A row whose
   * keys belong to another worker is refused by itself. The caller has validated the texts, and audits the set as one.
   * @returns what became of each row, in their order
   */
  async upsertWorkers(tx: Transaction, tenantId: string, rows: readonly WorkerFields[]): Promise<UpsertOutcome[]> {
    const { outcomes, changes } = planUpsert(await namedBy(tx, tenantId, rows), rows, ids.next);
    if (changes.length === 0) return outcomes;
    await releaseKeys(tx, tenantId, changes);
    await storeWorkers(tx, tenantId, changes.map(({ after }) => after));
    const states = changes.flatMap(({ before, after }) => (before === null ? [after] : [before, after]));
    await this.changes.publish(tx, { tenantId, workerIds: changes.map(({ after }) => after.id), siteKeys: siteKeysOf(states) });
    return outcomes;
  }
}

/** All workers that the rows name by any key, locked until the transaction ends. */
async function namedBy(tx: Transaction, tenantId: string, rows: readonly WorkerFields[]): Promise<WorkerRecord[]> {
  const keys = [rows.map((row) => row.externalWorkerId), rows.map((row) => row.email?.toLowerCase()), rows.map((row) => row.learnerId)];
  const values = [tenantId, ...keys.map((texts) => JSON.stringify(texts.filter((text) => typeof text === 'string')))];
  // Locked by a statement of its own, so that what is read is not older than the lock.
  await tx.execute(`select from worker where ${NAMED} order by id for update`, values);
  return (await tx.execute<WorkerRow[]>(`${SELECT_WORKERS} where ${NAMED}`, values)).map(recordOf);
}

/** One look at each worker of the tenant, whatever PostgreSQL takes the size of the set for. */
const NAMED = `
  worker.tenant_id = ? and (worker.external_worker_id in (select jsonb_array_elements_text(?::jsonb))
    or worker.email in (select jsonb_array_elements_text(?::jsonb)) or worker.learner_id in (select jsonb_array_elements_text(?::jsonb)))`;

/**
 * Where a worker gives a key up and another takes it, one statement would depend on which it writes first: the keys that
 * change are given up before. Its own id stands in, as a worker must have a key.
 */
async function releaseKeys(tx: Transaction, tenantId: string, changes: readonly WorkerChange[]): Promise<void> {
  const released = changes.filter(({ before, after }) => before !== null && WORKER_KEYS.some((key) => before[key] !== null && before[key] !== after[key]));
  if (released.length === 0) return;
  await tx.execute(
    'update worker set external_worker_id = id::text, email = null, learner_id = null where tenant_id = ? and id = any (?::uuid[])',
    [tenantId, `{${released.map(({ after }) => after.id).join(',')}}`],
  );
}
