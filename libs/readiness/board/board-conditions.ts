import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { siteIdNamed } from '#directory';
import { type SqlFragment, type TenantTransaction, anyOf, sqlArray } from '#platform/database';
import { containing, nameKeyOf } from '#platform/text';
import { STATUSES } from '../rule/kinds.js';
import { kindBit } from '../rule/timeline.js';
import { isPending, periodsWithPending } from './pending-needs.js';
import type { PeopleFilter } from './readiness.query.js';
import type { ShownInstant } from './shown-instant.js';
import { instantOf } from '../facts/millis.js';

/** The periods that hold at the instant, of a table named `period`. Those of now are in the indexes. */
export function holdsAt({ at, isNow }: ShownInstant): SqlFragment {
  return isNow ? sql`period.is_current` : validAt(sql`period`, at);
}

/** The table of the periods, for `from … as period`. */
export function periodsOf(tenantId: string, { pending }: ShownInstant): SqlFragment {
  return pending === null ? sql`readiness_period` : periodsWithPending(tenantId, pending);
}

/** What is valid at an instant, of a table with `valid_from` and `valid_to`. */
export function validAt(table: SqlFragment, at: number): SqlFragment {
  const instant = instantOf(at);
  return sql`${table}.valid_from <= ${instant} and ${table}.valid_to > ${instant}`;
}

/** The conditions of the instant and the filters on a period. */
export async function conditionsOf(
  tx: TenantTransaction,
  filter: PeopleFilter,
  instant: ShownInstant,
): Promise<SqlFragment[]> {
  return [holdsAt(instant), ...(await filterConditions(tx, filter, instant))];
}

/** The conditions of the filters on a period. */
export async function filterConditions(
  tx: TenantTransaction,
  filter: PeopleFilter,
  { at, pending }: ShownInstant,
  siteId?: SqlFragment,
): Promise<SqlFragment[]> {
  const { tenantId } = tx;
  const { group, topic, q } = filter;
  const conditions = cellConditions(tenantId, filter, siteId);
  if (group !== undefined)
    conditions.push(
      await isAmong(
        tx,
        sql`select worker_id from worker_group_member where tenant_id = ${tenantId} and group_id = (
          select id from worker_group where tenant_id = ${tenantId} and name_key = ${nameKeyOf(group)})`,
      ),
    );
  if (topic !== undefined) {
    const identity = topicIdentity(topic);
    const isStored = await isAmong(
      tx,
      sql`select worker_id from readiness_cause cause
        where tenant_id = ${tenantId} and gap = ${identity} and ${validAt(sql`cause`, at)}`,
    );
    const about = (pending ?? []).flatMap(({ id, gap }) => (gap === identity ? [id] : []));
    conditions.push(about.length === 0 ? isStored : sql`(${isStored} or ${isPending(tenantId, sql`period`, about)})`);
  }
  if (q !== undefined)
    conditions.push(sql`(${hasName(nameKeyOf(q))} or ${await isAmong(tx, workersWithKey(tenantId, q))})`);
  return conditions;
}

/** "İ" in keys of names. People write it as "i", which is its small letter. */
const DOTTED_I = 'i\u0307';

function hasName(key: string): SqlFragment {
  if (!key.includes('i')) return sql`period.name_key like ${containing(key)}`;
  return sql`replace(period.name_key, ${DOTTED_I}, 'i') like ${containing(key.replaceAll(DOTTED_I, 'i'))}`;
}

/**
 * SELECT of the workers whose e-mail address or external id contains a text. LIKE compares bytes; ILIKE would convert
 * the text of each row, and its pattern each time.
 */
function workersWithKey(tenantId: string, text: string): SqlFragment {
  const pattern = sql`lower(${containing(text)} collate "pg_c_utf8")`;
  return sql`select id as worker_id from worker where tenant_id = ${tenantId}
    and (email like ${pattern} or lower(external_worker_id collate "pg_c_utf8") like ${pattern})`;
}

/** Workers whose ids are passed to a statement. */
const FEW_WORKERS = 1_000;

/**
 * The condition that the worker of a period is one of these. Few are found by their ids. More are looked up in a hash
 * table while the periods are read (`is true` enforces it), because a join would compare each of them with each period
 * of a tenant that PostgreSQL has no statistics of.
 * @param workers SELECT of `worker_id`
 */
async function isAmong(tx: TenantTransaction, workers: SqlFragment): Promise<SqlFragment> {
  const rows = await tx.execute<Array<{ id: string }>>(
    sql`select worker_id as id from (${workers}) as among limit ${FEW_WORKERS + 1}`,
  );
  if (rows.length > FEW_WORKERS) return sql`(period.worker_id in (${workers})) is true`;
  return sql`period.worker_id = any (${sqlArray(rows.map(({ id }) => id))}::uuid[])`;
}

/**
 * The conditions of the filters by which people are counted, on a period or on a cell of counts, whose columns have the
 * same names.
 */
export function cellConditions(
  tenantId: string,
  { site, role, status, kind }: PeopleFilter,
  siteId?: SqlFragment,
): SqlFragment[] {
  const conditions: SqlFragment[] = [sql`period.tenant_id = ${tenantId}`];
  if (site !== undefined) conditions.push(sql`period.site_id = ${siteId ?? siteIdNamed(tenantId, site)}`);
  if (role !== undefined) conditions.push(sql`period.role_key = ${nameKeyOf(role)}`);
  if (status !== undefined) conditions.push(anyOf(status.map((one) => sql`period.rank = ${STATUSES.indexOf(one)}`)));
  if (kind !== undefined) conditions.push(anyOf(kind.map((one) => sql`(period.kinds & ${kindBit(one)}) <> 0`)));
  return conditions;
}
