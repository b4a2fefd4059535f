import { Injectable } from '@nestjs/common';
import { type Transaction, ids } from '#platform/database';
import { DirectoryChanges } from '../directory-changes.js';
import { type UpsertOutcome, type WorkerChange, planUpsert } from './plan-upsert.js';
import { siteKeysOf } from './site-keys-of.js';
import { storeWorkers } from './store-workers.js';
import { WORKER_KEYS, type WorkerFields } from './worker-record.js';
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

/** All workers that the rows name by any key, locked. */
async function namedBy(tx: Transaction, tenantId: string, rows: readonly WorkerFields[]): Promise<ReturnType<typeof recordOf>[]> {
  const keys = rows.map(({ externalWorkerId, email, learnerId }) => ({ externalWorkerId, email: email?.toLowerCase(), learnerId }));
  const found = await tx.execute<Array<{ id: string }>>(NAMED, [JSON.stringify(keys), tenantId, tenantId, tenantId, tenantId]);
  const known = await tx.execute<WorkerRow[]>(
    `${SELECT_WORKERS} where worker.tenant_id = ? and worker.id in (select id::uuid from jsonb_array_elements_text(?::jsonb) as given (id))`,
    [tenantId, JSON.stringify(found.map(({ id }) => id))],
  );
  return known.map(recordOf);
}

const NAMED = `
  with given as materialized (
    select * from jsonb_to_recordset(?::jsonb) as given ("externalWorkerId" text, email text, "learnerId" text)
  )
  select id from worker where tenant_id = ? and id in (
    select worker.id from given join worker on worker.tenant_id = ? and worker.external_worker_id = given."externalWorkerId"
    union all
    select worker.id from given join worker on worker.tenant_id = ? and worker.email = given.email
    union all
    select worker.id from given join worker on worker.tenant_id = ? and worker.learner_id = given."learnerId"
  ) order by id for update`;

/**
 * Where a worker gives a key up and another takes it, one statement would depend on which it writes first: the keys that
 * change are given up before. Its own id stands in, as a worker must have a key.
 */
async function releaseKeys(tx: Transaction, tenantId: string, changes: readonly WorkerChange[]): Promise<void> {
  const released = changes.filter(({ before, after }) => WORKER_KEYS.some((key) => (before?.[key] ?? null) !== null && before?.[key] !== after[key]));
  if (released.length === 0) return;
  await tx.execute(
    `update worker set external_worker_id = id::text, email = null, learner_id = null
     where tenant_id = ? and id in (select id::uuid from jsonb_array_elements_text(?::jsonb) as given (id))`,
    [tenantId, JSON.stringify(released.map(({ after }) => after.id))],
  );
}
