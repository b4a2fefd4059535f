import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, notifyChange, sqlArray } from '#platform/database';

/*
 * Marks are deleted by an array of their ids. By `in (select …)`, PostgreSQL would search that select again for each mark
 * of the tenant, where many have just been stored and it has no statistics of them yet.
 */

/** Workers whose readiness is computed in one transaction. */
const WORKERS_IN_SET = 1_000;
/** Marks of needs and of everybody that are turned into marks of workers in one transaction. */
const NEEDS_IN_SET = 100;

/**
 * Deletes marks and returns the workers they name, as a set of bounded size. Marks of needs, or of everybody, are
 * replaced by marks of their workers first, in a transaction of their own: the returned set is empty then. Workers of
 * whom a need alone has changed come last: the board shows it with them meanwhile, as long as the marks are there.
 * @returns null where there is no mark
 */
export async function takeMarks(tx: TenantTransaction): Promise<string[] | null> {
  const expanded = await expandNeeds(tx);
  if (expanded) return [];
  const workerIds = await takeWorkers(tx, sql`need_id is null`);
  if (workerIds.length > 0) return workerIds;
  const ofNeeds = await takeWorkers(tx, sql`need_id is not null`);
  return ofNeeds.length > 0 ? ofNeeds : null;
}

async function takeWorkers(tx: TenantTransaction, kind: SqlFragment): Promise<string[]> {
  const taken = await tx.execute<Array<{ workerId: string }>>(sql`
    with oldest as materialized (
      -- A mark of a need may have come since the statement before: it waits for the next set.
      select id, worker_id from readiness_mark
      where tenant_id = ${tx.tenantId} and worker_id is not null and ${kind} order by id limit ${WORKERS_IN_SET}
    ), gone as (
      delete from readiness_mark where tenant_id = ${tx.tenantId} and id = any (array(select id from oldest))
    )
    select distinct worker_id as "workerId" from oldest`);
  return taken.map(({ workerId }) => workerId);
}

/**
 * Whom a need reaches is read when its mark is taken. Whom it no longer reaches is read from the causes that are stored.
 * The needs of a worker follow each other, so that few sets have the same worker.
 * @returns false where no mark had to be replaced
 */
async function expandNeeds(tx: TenantTransaction): Promise<boolean> {
  const marks = await tx.execute<Array<{ id: string; needId: string | null }>>(sql`
    delete from readiness_mark where tenant_id = ${tx.tenantId} and id = any (array(
      select id from readiness_mark where tenant_id = ${tx.tenantId} and worker_id is null order by id limit ${NEEDS_IN_SET}
    )) returning id, need_id as "needId"`);
  if (marks.length === 0) return false;
  const everybody = marks.some(({ needId }) => needId === null);
  const needIds = sqlArray([...new Set(marks.flatMap(({ needId }) => needId ?? []))]);
  const added = everybody
    ? sql`
      insert into readiness_mark (tenant_id, worker_id)
      select tenant_id, id from worker where tenant_id = ${tx.tenantId} and active
      union select tenant_id, worker_id from readiness_period where tenant_id = ${tx.tenantId} and is_current`
    : sql`
      insert into readiness_mark (tenant_id, worker_id, need_id)
      select tenant_id, worker_id, need_id from (
        select tenant_id, worker_id, need_id from need_person where tenant_id = ${tx.tenantId} and need_id = any (${needIds}::uuid[])
        union select tenant_id, worker_id, ref_id from readiness_cause
          where tenant_id = ${tx.tenantId} and ref_id = any (${needIds}::uuid[]) and valid_to > now()
      ) as reached order by worker_id`;
  const [counted] = await tx.execute<Array<{ people: number }>>(sql`
    with added as (${added} returning worker_id) select count(*)::integer as people from added`);
  // Those of a few are stored, and their streams notified, by the next job.
  if (!everybody && (counted?.people ?? 0) > WORKERS_IN_SET)
    await notifyChange(tx, { tenantId: tx.tenantId, kind: 'readiness', action: 'changed', ids: null });
  return true;
}
