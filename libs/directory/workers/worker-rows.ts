import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, ids, isoTime, sqlArray } from '#platform/database';
import type { WorkerRecord } from './worker-record.js';
import { Worker } from './worker.entity.js';
import type { WorkerView } from './worker.view.js';

/** A worker with the names of its site and groups, as the directory's statements read it. */
export interface WorkerRow extends WorkerRecord {
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/**
 * Columns of a {@link WorkerRow}, for a table or sub-select named `worker`. Sub-selects look up site and groups row
 * by row: with joins, PostgreSQL would scan all sites and groups of the tenant for each worker.
 */
const WORKER_COLUMNS = sql`
  worker.id, worker.external_worker_id as "externalWorkerId", worker.email, worker.learner_id as "learnerId",
  worker.name,
    (select name from site where tenant_id = worker.tenant_id and id = worker.site_id) as site,
    worker.role, worker.active, worker.version, worker.created_at as "createdAt", worker.updated_at as "updatedAt",
    array(select (select name from worker_group where tenant_id = member.tenant_id and id = member.group_id)
          from worker_group_member member where member.tenant_id = worker.tenant_id and member.worker_id = worker.id
          order by 1) as groups`;

/** Without a WHERE clause. */
const SELECT_WORKERS = sql`select ${WORKER_COLUMNS} from worker`;

/** Selects workers by their ids, without a WHERE clause. */
export function selectWorkersById(tenantId: string, workerIds: readonly string[]): SqlFragment {
  return sql`
    select ${WORKER_COLUMNS} from unnest(${sqlArray(workerIds)}::uuid[]) as named (key)
    cross join lateral ${byKey('worker', sql`tenant_id = ${anyTenant(tenantId)} and id = named.key`)}`;
}

/** One worker, or null. `lock` locks its row until the transaction ends. */
export async function readWorker(tx: TenantTransaction, id: string, { lock = false } = {}): Promise<WorkerRow | null> {
  if (lock) await lockWorker(tx, id);
  const [row] = await tx.execute<WorkerRow[]>(
    sql`${SELECT_WORKERS} where worker.tenant_id = ${tx.tenantId} and worker.id = ${id}`,
  );
  return row ?? null;
}

/**
 * Locks a worker until the transaction ends. A separate statement: the snapshot of the one that reads the worker must
 * not be older than the lock.
 */
export async function lockWorker(tx: TenantTransaction, id: string): Promise<void> {
  await tx.findOne(Worker, { id }, { fields: ['id'], lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** The row without its version and times. */
export function recordOf({
  id,
  externalWorkerId,
  email,
  learnerId,
  name,
  site,
  role,
  groups,
  active,
}: WorkerRow): WorkerRecord {
  return { id, externalWorkerId, email, learnerId, name, site, role, groups, active };
}

export function workerView(row: WorkerRow): WorkerView {
  const { id, groups, ...record } = recordOf(row);
  return {
    id: ids.show('wrk', id),
    ...record,
    groups: [...groups],
    version: row.version,
    createdAt: isoTime(row.createdAt),
    updatedAt: isoTime(row.updatedAt),
  };
}
