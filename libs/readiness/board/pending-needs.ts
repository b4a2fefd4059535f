import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, sqlArray } from '#platform/database';
import { NEED_FACT_COLUMNS, type NeedFactRow, needFact } from '../facts/need-fact.js';
import type { NeedFact } from '../rule/facts.js';
import { AT_RISK_FROM, MOST_SEVERE, NOT_READY_FROM, STATUSES } from '../rule/kinds.js';
import { kindBit } from '../rule/timeline.js';

/**
 * A need of a site affects thousands of people at once. Their rows are computed and stored set by set, which takes a
 * while. Until then each of them has a mark with the need (`readiness_mark`), and the board of now joins these needs
 * with the stored rows, so that it shows the need for everybody as soon as the marks are stored.
 */

/** Open needs that the stored rows of some workers do not contain yet. */
export type PendingNeeds = readonly NeedFact[];

/** Whether a need is pending for anybody of the row of `tenant`. */
export const HAS_PENDING_NEEDS = sql`exists (
  select from readiness_mark where tenant_id = tenant.id and need_id is not null and worker_id is not null)`;

/** Of the tenant; null: all rows are up to date, or wait for another change than that of a need. */
export async function readPendingNeeds(tx: TenantTransaction): Promise<PendingNeeds | null> {
  const rows = await tx.execute<NeedFactRow[]>(sql`
    select ${NEED_FACT_COLUMNS} from (
      select distinct need_id as key from readiness_mark
      where tenant_id = ${tx.tenantId} and need_id is not null and worker_id is not null
    ) as marked cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tx.tenantId)} and id = marked.key`)}
    where need.closed_at is null`);
  return rows.length === 0 ? null : rows.map(needFact);
}

/**
 * The condition that a need is pending for the worker of a row of `table`. The marks are read once, and the workers looked
 * up in a hash table of them: an index of marks would be searched by the tenant alone, since there are no statistics.
 */
export function isPending(tenantId: string, table: SqlFragment, needIds: readonly string[] | null = null): SqlFragment {
  const ofNeeds = needIds === null ? sql`true` : sql`need_id = any (${sqlArray(needIds)}::uuid[])`;
  return sql`(${table}.worker_id in (
    select worker_id from readiness_mark
    where tenant_id = ${tenantId} and worker_id is not null and need_id is not null and ${ofNeeds})) is true`;
}

/** The ids of the pending needs of each of the workers who has one. */
export async function workersWithPendingNeeds(
  tx: TenantTransaction,
  workerIds: readonly string[],
  pending: PendingNeeds,
): Promise<Map<string, Set<string>>> {
  const rows = await tx.execute<Array<{ workerId: string; needIds: string[] }>>(sql`
    select worker_id as "workerId", json_agg(need_id) as "needIds" from readiness_mark
    where tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[])
      and need_id = any (${sqlArray(pending.map(({ id }) => id))}::uuid[])
    group by worker_id`);
  return new Map(rows.map(({ workerId, needIds }) => [workerId, new Set(needIds)]));
}

/** The periods of a tenant, the current ones with what pending needs add to them: for `from … as period`. */
export function periodsWithPending(tenantId: string, pending: PendingNeeds): SqlFragment {
  return sql`(
    select ${COLUMNS} from readiness_period period where period.tenant_id = ${tenantId}
      and not (is_current and ${isPending(tenantId, sql`period`)})
    union all ${pendingPeriods(tenantId, pending)}
  )`;
}

const COLUMNS = sql`period.tenant_id, period.worker_id, period.valid_from, period.valid_to, period.is_current,
  period.rank, period.mildness, period.since, period.kinds, period.name, period.name_key, period.site_id, period.role,
  period.role_key, period.worst_needs`;

const NOT_READY = STATUSES.indexOf('not_ready');
const AT_RISK = STATUSES.indexOf('at_risk');
const READY = STATUSES.indexOf('ready');

/** The current periods of the workers for whom needs are pending, as they will be stored. */
export function pendingPeriods(tenantId: string, pending: PendingNeeds): SqlFragment {
  return sql`
    select period.tenant_id, period.worker_id, period.valid_from, period.valid_to, period.is_current, worst.rank,
      worst.mildness,
      case when worst.rank = ${READY} then period.since else least(
        case when period.rank = worst.rank then period.since end,
        case when worst.rank = ${NOT_READY} then added.not_ready_since else added.at_risk_since end
      ) end as since,
      period.kinds | added.kinds as kinds, period.name, period.name_key, period.site_id, period.role, period.role_key,
      case when worst.rank = ${READY} then '{}'::uuid[] else array(
        select unnest(period.worst_needs) where period.mildness = worst.mildness
        union select unnest(added.worst_needs) where added.mildness = worst.mildness order by 1
      ) end as worst_needs
    from (${addedByNeeds(tenantId, pending)}) as added
      -- Looked up for each worker, also where a condition on the tenant is pushed down into this select.
      cross join lateral (
        select * from readiness_period where tenant_id = ${anyTenant(tenantId)} and worker_id = added.worker_id
          and is_current offset 0
      ) as period
      cross join lateral (
        select least(period.rank, added.rank) as rank, least(period.mildness, added.mildness) as mildness
      ) as worst`;
}

/**
 * Aggregates the pending needs of each worker who has one. A waived need sets its kind, and does not count. Marks and
 * people are grouped, not joined: PostgreSQL has no statistics of marks that have just been stored.
 */
function addedByNeeds(tenantId: string, pending: PendingNeeds): SqlFragment {
  const ofPending = sql`tenant_id = ${tenantId} and need_id = any (${sqlArray(pending.map(({ id }) => id))}::uuid[])`;
  return sql`
    select worker_id, bit_or(kinds)::smallint as kinds, (${MOST_SEVERE} - max(worst))::smallint as mildness,
      (case when max(worst) >= ${NOT_READY_FROM} then ${NOT_READY} when max(worst) >= ${AT_RISK_FROM} then ${AT_RISK}
          else ${READY} end)::smallint
        as rank,
      min(since) filter (where severity >= ${NOT_READY_FROM}) as not_ready_since,
      min(since) filter (where severity >= ${AT_RISK_FROM}) as at_risk_since,
      coalesce(array_agg(need_id) filter (where severity = worst and is_of_site), '{}') as worst_needs
    from (
      select worker_id, need_id, max(kinds) as kinds, max(severity) as severity, max(since) as since,
        bool_or(is_of_site) as is_of_site, coalesce(max(max(severity)) over (partition by worker_id), 0) as worst
      from (
        select worker_id, need_id, true as is_marked, 0 as kinds, null::smallint as severity,
          null::timestamptz as since, false as is_of_site
        from readiness_mark where tenant_id = ${tenantId} and worker_id is not null and need_id is not null
        union all
        select worker_id, need_id, false, ${kindBit('need')}::integer,
          case when (worker_id, need_id) not in (select worker_id, need_id from waiver
              where ${ofPending} and until > now()) then severity end,
          to_timestamp("firstSeenAt" / 1000), "isOfSite"
        from jsonb_to_recordset(${JSON.stringify(pending)}::jsonb) as fact (id uuid, severity smallint,
            "firstSeenAt" float8, "isOfSite" boolean)
          join need_person on need_id = fact.id and answered_at is null and ${ofPending}
      ) as either group by worker_id, need_id having bool_or(is_marked)
    ) as pending group by worker_id`;
}
