import { sql } from '@mikro-orm/postgresql';
import { lockUpkeep } from '#needs';
import { type OfTenant, type TenantTransaction, type Transaction, pairsOf } from '#platform/database';
import type { Audience } from '../rule/facts.js';
import { isInAnyAudience } from './audience.js';

/*
 * A mark says that somebody's readiness may have changed. It is stored in the transaction of the change, so that it is
 * neither lost nor visible too early. The job deletes only the marks that it has read.
 */

/** Workers of a tenant up to which each has a mark of its own. */
const FEW_WORKERS = 50;
/** The most workers that one mark names. */
const WORKERS_PER_MARK = 1_000;

/**
 * Marks of many workers are lists, because storing a row with its indexes for each of them takes as long as assigning
 * a course to them. The job replaces lists by marks of their workers.
 * @param workerIds UUIDs, without duplicates
 */
export async function markWorkers(
  tx: Transaction,
  changes: ReadonlyArray<OfTenant & { readonly workerIds: readonly string[] }>,
): Promise<void> {
  const few = changes.filter(({ workerIds }) => workerIds.length <= FEW_WORKERS);
  const many = changes.filter(({ workerIds }) => workerIds.length > FEW_WORKERS);
  await markEach(
    tx,
    few.flatMap(({ tenantId, workerIds }) => workerIds.map((workerId) => ({ tenantId, workerId }))),
  );
  await markLists(
    tx,
    many.flatMap(({ tenantId, workerIds }) => listsOf(workerIds).map((list) => ({ tenantId, workerIds: list }))),
  );
}

async function markEach(
  tx: Transaction,
  workers: ReadonlyArray<OfTenant & { readonly workerId: string }>,
): Promise<void> {
  if (workers.length === 0) return;
  await tx.execute(sql`
    insert into readiness_mark (tenant_id, worker_id)
    select distinct tenant_id, key from ${pairsOf(workers, ({ workerId }) => workerId, sql`uuid`)}
    order by tenant_id, key`);
}

function listsOf(workerIds: readonly string[]): Array<readonly string[]> {
  return Array.from({ length: Math.ceil(workerIds.length / WORKERS_PER_MARK) }, (_, list) =>
    workerIds.slice(list * WORKERS_PER_MARK, (list + 1) * WORKERS_PER_MARK),
  );
}

async function markLists(
  tx: Transaction,
  lists: ReadonlyArray<OfTenant & { readonly workerIds: readonly string[] }>,
): Promise<void> {
  if (lists.length === 0) return;
  await tx.execute(sql`
    insert into readiness_mark (tenant_id, worker_ids)
    select tenant_id, key::uuid[] from ${pairsOf(lists, ({ workerIds }) => `{${workerIds.join(',')}}`, sql`text`)}`);
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

/** Marks everybody if the board has reasons, which are stored with the identities of their topics. */
export async function markWithReasons(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`
    insert into readiness_mark (tenant_id) select ${tx.tenantId}
    where exists (select from readiness_cause where tenant_id = ${tx.tenantId})`);
}

/**
 * Marks the workers who have an open assignment of a course. While it holds the lock of the upkeep, no set of workers
 * is computed with the old title, or topics, of the course.
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
const MAX_AUDIENCES = 20;

/**
 * Marks the active workers of these audiences. While it holds the lock of the upkeep, no set of workers is computed
 * with the old requirements that the marks do not name.
 */
export async function markAudiences(tx: TenantTransaction, audiences: readonly Audience[]): Promise<void> {
  if (audiences.length === 0) return;
  if (audiences.length > MAX_AUDIENCES || audiences.some(({ kind }) => kind === 'everyone')) return markEverybody(tx);
  await lockUpkeep(tx);
  await tx.execute(sql`
    insert into readiness_mark (tenant_id, worker_id)
    select tenant_id, id from worker where worker.tenant_id = ${tx.tenantId} and active
      and ${await isInAnyAudience(tx, audiences)}`);
}
