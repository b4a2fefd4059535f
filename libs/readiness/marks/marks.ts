import { sql } from '@mikro-orm/postgresql';
import { lockUpkeep } from '#needs';
import {
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  joinSql,
  pairsOf,
} from '#platform/database';
import type { Audience } from '../rule/facts.js';
import { isInAudience } from './audience.js';

/*
 * A mark says that somebody's readiness may have changed. It is stored in the transaction of the change, so that it is
 * neither lost nor visible too early. The job deletes only the marks that it has read.
 */

/** @param workers UUIDs, of one or several tenants */
export async function markWorkers(
  tx: Transaction,
  workers: ReadonlyArray<OfTenant & { readonly workerId: string }>,
): Promise<void> {
  if (workers.length === 0) return;
  await tx.execute(sql`
    insert into readiness_mark (tenant_id, worker_id)
    select distinct tenant_id, key from ${pairsOf(workers, ({ workerId }) => workerId, sql`uuid`)}
    order by tenant_id, key`);
}

/** Marks the workers whom these needs reach or have reached; the job determines them. */
export async function markNeeds(
  tx: Transaction,
  needs: ReadonlyArray<OfTenant & { readonly needId: string }>,
): Promise<void> {
  if (needs.length === 0) return;
  await tx.execute(sql`
    insert into readiness_mark (tenant_id, need_id)
    select distinct tenant_id, key from ${pairsOf(needs, ({ needId }) => needId, sql`uuid`)} order by tenant_id, key`);
}

/** Marks all workers of the tenant: for a change that affects all of them. */
export async function markEverybody(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`insert into readiness_mark (tenant_id) values (${tx.tenantId})`);
}

/**
 * Marks the workers who have an open assignment of a course. While it holds the lock of the upkeep, no set of workers is
 * computed with the old title, or topics, of the course.
 */
export async function markAssigned(tx: TenantTransaction, courseId: string): Promise<void> {
  await lockUpkeep(tx);
  await tx.execute(sql`
    insert into readiness_mark (tenant_id, worker_id)
    select distinct tenant_id, worker_id from assignment
    where tenant_id = ${tx.tenantId} and course_id = ${courseId} and status = 'assigned'
    order by tenant_id, worker_id`);
}

/** Audiences that are selected one by one; of more, all workers are marked. */
const MOST_AUDIENCES = 20;

/**
 * Marks the active workers of these audiences. While it holds the lock of the upkeep, no set of workers is computed
 * with the old requirements that the marks do not name.
 */
export async function markAudiences(tx: TenantTransaction, audiences: readonly Audience[]): Promise<void> {
  if (audiences.length === 0) return;
  if (audiences.length > MOST_AUDIENCES || audiences.some(({ kind }) => kind === 'everyone')) return markEverybody(tx);
  await lockUpkeep(tx);
  const conditions: SqlFragment[] = [];
  for (const audience of audiences) conditions.push(await isInAudience(tx, audience));
  await tx.execute(sql`
    insert into readiness_mark (tenant_id, worker_id)
    select tenant_id, id from worker where worker.tenant_id = ${tx.tenantId} and active
      and (${joinSql(conditions, ' or ')})`);
}
