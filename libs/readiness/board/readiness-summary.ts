import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type SqlFragment, type TenantTransaction, ids, joinSql } from '#platform/database';
import { readPolicy } from '../policy/read-policy.js';
import { Calendar } from '../rule/calendar.js';
import { REASON_KINDS, type ReasonKind } from '../rule/kinds.js';
import { kindBit } from '../rule/timeline.js';
import { conditionsOf, validAt } from './board-conditions.js';
import type { ReadinessFilter } from './readiness.query.js';
import type { SharedCause, StatusCounts, SummaryView } from './summary.view.js';
import { shownInstant } from './shown-instant.js';

/** The shared causes that are shown. */
const MOST_CAUSES = 10;

interface CountRow {
  readonly level: 'all' | 'site' | 'role';
  readonly siteId: string | null;
  readonly site: string | null;
  readonly role: string | null;
  readonly total: number;
  readonly notReady: number;
  readonly atRisk: number;
  readonly ready: number;
  readonly kinds: Record<ReasonKind, number>;
}

/** Counts the people of the board by status, site, role and kind of reason. */
@Injectable()
export class ReadinessSummary {
  constructor(private readonly database: Database) {}

  read(filter: ReadinessFilter): Promise<SummaryView> {
    return this.database.inTenant(async (tx) => {
      const { timeZone } = await readPolicy(tx);
      const instant = shownInstant(filter.asOf, new Calendar(timeZone), Date.now());
      const conditions = conditionsOf(tx.tenantId, filter, instant);
      const rows = await tx.execute<CountRow[]>(countStatement(conditions));
      const all = rows.find(({ level }) => level === 'all');
      const bySite = new Map(rows.filter(({ level }) => level === 'site').map((row) => [row.siteId, row]));
      return {
        asOf: new Date(instant.at).toISOString(),
        ...countsOf(all),
        sites: [
          ...(await readSites(tx)).map(({ id, name }) => ({
            site: name,
            ...countsOf(bySite.get(id)),
            kinds: kindsOf(bySite.get(id)),
          })),
          ...[...bySite].flatMap(([id, row]) =>
            id === null ? [{ site: null, ...countsOf(row), kinds: kindsOf(row) }] : [],
          ),
        ],
        roles: rows
          .filter(({ level }) => level === 'role')
          .map((row) => ({ role: row.role, ...countsOf(row), kinds: kindsOf(row) }))
          .toSorted((one, other) => (one.role ?? '\uFFFF').localeCompare(other.role ?? '\uFFFF')),
        kinds: kindsOf(all),
        causes: await readSharedCauses(tx, conditions, instant.at),
      };
    });
  }
}

function countsOf(row: CountRow | undefined): StatusCounts {
  return { total: row?.total ?? 0, ready: row?.ready ?? 0, atRisk: row?.atRisk ?? 0, notReady: row?.notReady ?? 0 };
}

function kindsOf(row: CountRow | undefined): Record<ReasonKind, number> {
  const none = Object.fromEntries(REASON_KINDS.map((kind) => [kind, 0])) as Record<ReasonKind, number>;
  return row?.kinds ?? none;
}

/** Counts once for all levels: sites and roles are summed up from the groups of both. */
function countStatement(conditions: readonly SqlFragment[]): SqlFragment {
  const kinds = REASON_KINDS.map((kind) => sql`count(*) filter (where (period.kinds & ${kindBit(kind)}) <> 0)`);
  const named = joinSql(
    REASON_KINDS.map((kind, index) => sql`${kind}::text, ${kinds[index]}`),
    ', ',
  );
  return sql`
    select case when grouping(period.site_id) = 0 then 'site' when grouping(period.role_key) = 0 then 'role' else 'all' end as level,
      period.site_id as "siteId", min(period.role) as role, count(*)::integer as total,
      count(*) filter (where rank = 0)::integer as "notReady", count(*) filter (where rank = 1)::integer as "atRisk",
      count(*) filter (where rank = 2)::integer as ready, json_build_object(${named}) as kinds
    from readiness_period period where ${joinSql(conditions, ' and ')}
    group by grouping sets ((), (period.site_id), (period.role_key))`;
}

function readSites(tx: TenantTransaction): Promise<Array<{ id: string; name: string }>> {
  return tx.execute<Array<{ id: string; name: string }>>(
    sql`select id, name from site where tenant_id = ${tx.tenantId} order by name_key`,
  );
}

interface SharedCauseRow {
  readonly needId: string;
  readonly topic: string | null;
  readonly site: string | null;
  readonly severity: number;
  readonly people: number;
  readonly recommendation: string;
  readonly courseId: string | null;
}

/** The needs of cohorts that are among the worst reasons of most people who are not ready or at risk. */
async function readSharedCauses(
  tx: TenantTransaction,
  conditions: readonly SqlFragment[],
  at: number,
): Promise<SharedCause[]> {
  const rows = await tx.execute<SharedCauseRow[]>(sql`
    with explained as (
      select cause.ref_id, max(cause.severity) as severity, count(*)::integer as people
      from readiness_cause cause join readiness_period period on period.tenant_id = cause.tenant_id and period.worker_id = cause.worker_id
      where cause.tenant_id = ${tx.tenantId} and cause.kind = 'need' and cause.waived_until is null and ${validAt(sql`cause`, at)}
        and cause.severity = 4 - period.mildness and period.rank < 2 and ${joinSql(conditions, ' and ')}
      group by cause.ref_id
    )
    select need.id as "needId", topic, site, explained.severity, explained.people, recommendation, course_id as "courseId"
    from explained join need on need.tenant_id = ${tx.tenantId} and need.id = explained.ref_id
    where need.audience_kind = 'cohort' order by explained.people desc, explained.severity desc, need.id limit ${MOST_CAUSES}`);
  return rows.map(({ needId, topic, site, severity, people, recommendation, courseId }) => ({
    needId: ids.show('need', needId),
    topic,
    site,
    severity,
    people,
    move:
      recommendation === 'pending'
        ? null
        : courseId === null
          ? { action: 'author', needId: ids.show('need', needId) }
          : { action: 'offer', needId: ids.show('need', needId), courseId: ids.show('crs', courseId) },
  }));
}
