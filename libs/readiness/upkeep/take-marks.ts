import { sql } from '@mikro-orm/postgresql';
import {
  type PendingRows,
  type SqlFragment,
  type TenantTransaction,
  anyTenant,
  byKey,
  notifyChange,
  sqlArray,
} from '#platform/database';
import { peopleOfNeeds } from './people-of-needs.js';

/*
 * Marks are deleted by arrays of their ids, and found worker by worker. PostgreSQL would search a select, or an array
 * of workers, again for each mark of the tenant, where many have just been stored and it has no statistics of them.
 */

/** Marks that wait to be taken. */
export const WAITING_MARKS: PendingRows = { table: sql`readiness_mark`, where: sql`true` };

/** Workers whose readiness is computed in one transaction. */
const WORKERS_PER_SET = 1_000;
/**
 * Marks of needs, of lists and of everybody that are turned into marks of workers in one transaction, and the people
 * whom they name, unless a single one names more.
 */
const MARKS_PER_SET = 100;
const PEOPLE_OF_MARKS_PER_SET = 10_000;
/**
 * Marks of people that are computed at once. While needs come in quick succession, those of a larger tenant wait for
 * the next ones, so that the same people are computed less often.
 */
const FEW_PEOPLE = 50;

/**
 * The workers of the marks that were taken, and when the next marks are to be taken: at once, by another job, or never.
 */
interface TakenMarks {
  readonly workerIds: readonly string[];
  readonly next: 'now' | 'later' | 'none';
}

/**
 * Deletes marks and returns the workers they name, as a set of bounded size. Marks of needs, of lists or of everybody
 * are first replaced by marks of their workers, in a separate transaction: the returned set is empty then. Workers come
 * last if only a need has changed for them: until their marks are deleted, the board shows the need with their stored
 * rows.
 */
export async function takeMarks(tx: TenantTransaction): Promise<TakenMarks> {
  const expanded = await expandMarks(tx);
  if (expanded !== 'none') return { workerIds: [], next: expanded === 'few' ? 'now' : 'later' };
  const workers = await takeWorkers(tx, sql`need_id is null`);
  // Marks of needs may be waiting as well.
  if (workers.marks > 0) return { workerIds: workers.workerIds, next: 'later' };
  const { workerIds, marks } = await takeWorkers(tx, sql`need_id is not null`);
  return { workerIds, next: marks === WORKERS_PER_SET ? 'later' : 'none' };
}

/**
 * Deletes all marks of the workers of the oldest marks, because computing a worker covers all changes: a hundred needs
 * of a large site are a hundred marks of each of its people.
 */
async function takeWorkers(tx: TenantTransaction, kind: SqlFragment): Promise<{ workerIds: string[]; marks: number }> {
  const taken = await tx.execute<Array<{ workerId: string; marks: number }>>(sql`
    with oldest as materialized (
      -- A mark of a need may have come since the statement before: it waits for the next set.
      select id, worker_id from readiness_mark
      where tenant_id = ${tx.tenantId} and worker_id is not null and ${kind} order by id limit ${WORKERS_PER_SET}
    ), gone as (
      delete from readiness_mark where tenant_id = ${anyTenant(tx.tenantId)} and id = any (array(
        select readiness_mark.id from (select distinct worker_id from oldest) as named cross join lateral
          ${byKey('readiness_mark', sql`tenant_id = ${anyTenant(tx.tenantId)} and worker_id = named.worker_id`)}))
    )
    select worker_id as "workerId", count(*)::integer as marks from oldest group by worker_id`);
  return { workerIds: taken.map(({ workerId }) => workerId), marks: taken.reduce((sum, { marks }) => sum + marks, 0) };
}

/**
 * Whom a need reaches is read when its mark is taken. Whom it no longer reaches is read from the causes that are
 * stored. Nobody is marked for whom the stored causes are right. The needs of a worker follow each other, so that few
 * sets have the same worker.
 */
async function expandMarks(tx: TenantTransaction): Promise<'none' | 'few' | 'many'> {
  const marks = await tx.execute<NamingMark[]>(sql`
    delete from readiness_mark where tenant_id = ${tx.tenantId} and id = any (array(
      select id from (
        select mark.id, coalesce(sum(coalesce(need.people, cardinality(mark.worker_ids))) over (
          order by mark.id rows between unbounded preceding and 1 preceding), 0) as people_before
        from (
          select id, need_id, worker_ids from readiness_mark where tenant_id = ${tx.tenantId} and worker_id is null
          order by id limit ${MARKS_PER_SET}
        ) as mark left join need on need.tenant_id = ${anyTenant(tx.tenantId)} and need.id = mark.need_id
      ) as mark where people_before < ${PEOPLE_OF_MARKS_PER_SET}
    )) returning need_id as "needId", worker_ids as "workerIds"`);
  if (marks.length === 0) return 'none';
  const everybody = marks.some(({ needId, workerIds }) => needId === null && workerIds === null);
  const { people, reached } = everybody ? await markAllWorkers(tx) : await markNamed(tx, marks);
  // Those of one set are stored, and their streams notified, by the transaction that computes it.
  if (reached > WORKERS_PER_SET)
    await notifyChange(tx, { tenantId: tx.tenantId, kind: 'readiness', action: 'changed', ids: null });
  return people > FEW_PEOPLE || marks.length === MARKS_PER_SET ? 'many' : 'few';
}

interface NamingMark {
  readonly needId: string | null;
  readonly workerIds: readonly string[] | null;
}

/** Marks of workers that were stored, and how many people open needs reach, besides those whom lists name. */
interface Marked {
  readonly people: number;
  readonly reached: number;
}

async function markAllWorkers(tx: TenantTransaction): Promise<Marked> {
  return countMarks(
    tx,
    sql`added as (
      insert into readiness_mark (tenant_id, worker_id)
      select tenant_id, id from worker where tenant_id = ${tx.tenantId} and active
      union select tenant_id, worker_id from readiness_period where tenant_id = ${tx.tenantId} and is_current
      returning worker_id
    )`,
    sql`0`,
  );
}

/** Marks the people of lists, and those for whom the stored rows do not have a need as it is. */
async function markNamed(tx: TenantTransaction, marks: readonly NamingMark[]): Promise<Marked> {
  const needIds = [...new Set(marks.flatMap(({ needId }) => needId ?? []))];
  const listed = sqlArray([...new Set(marks.flatMap(({ workerIds }) => workerIds ?? []))]);
  return countMarks(
    tx,
    sql`${await peopleOfNeeds(tx, needIds)}, added as (
      insert into readiness_mark (tenant_id, worker_id, need_id)
      select ${tx.tenantId}, worker_id, need_id from (
        select worker_id, need_id from differing union all select id, null from unnest(${listed}::uuid[]) as id
      ) as named order by worker_id
      returning worker_id
    )`,
    sql`greatest((select count(*) from added), (select count(*) from reached))`,
  );
}

async function countMarks(tx: TenantTransaction, added: SqlFragment, reached: SqlFragment): Promise<Marked> {
  const [counted] = await tx.execute<Marked[]>(
    sql`with ${added} select (select count(*) from added)::integer as people, ${reached}::integer as reached`,
  );
  return counted ?? { people: 0, reached: 0 };
}
