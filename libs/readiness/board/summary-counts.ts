import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, joinSql } from '#platform/database';
import { REASON_KINDS, type ReasonKind } from '../rule/kinds.js';
import { kindBit } from '../rule/timeline.js';
import { cellsAt } from './board-counts.js';
import type { ReadinessFilter } from './readiness.query.js';
import type { ShownInstant } from './shown-instant.js';

/** The people of a site or a role, or whom a need of a cohort explains. */
export interface SummaryCount {
  readonly level: 'site' | 'role' | 'need';
  readonly siteId: string | null;
  readonly needId: string | null;
  readonly role: string | null;
  readonly total: number;
  readonly notReady: number;
  readonly atRisk: number;
  readonly ready: number;
  readonly kinds: Record<ReasonKind, number>;
}

/** The people of each site, role and need. With a filter by site or role, the cells of roles at sites are added up. */
export async function readCounts(
  tx: TenantTransaction,
  filter: ReadinessFilter,
  instant: ShownInstant,
): Promise<SummaryCount[]> {
  const isBoth = filter.site !== undefined || filter.role !== undefined;
  const ofSites = isBoth ? 'site_role' : 'site';
  const ofRoles = isBoth ? 'site_role' : 'role';
  const levels = isBoth ? (['site_role', 'need'] as const) : (['site', 'role', 'need'] as const);
  const kinds = REASON_KINDS.map((kind) => sql`${kind}::text, ${counted(sql`(kinds & ${kindBit(kind)}) <> 0`)}`);
  const counts = sql`sum(people)::integer as total, ${counted(sql`rank = 0`)} as "notReady",
    ${counted(sql`rank = 1`)} as "atRisk", ${counted(sql`rank = 2`)} as ready,
      json_build_object(${joinSql(kinds, ', ')}) as kinds`;
  return tx.execute<SummaryCount[]>(sql`
    with cell as materialized (${await cellsAt(tx, filter, instant, levels)})
    select 'site' as level, site_id as "siteId", null::uuid as "needId", null as role, ${counts}
    from cell where level = ${ofSites} group by site_id having sum(people) > 0
    union all
    select 'role', null, null, min(role), ${counts} from cell where level = ${ofRoles} group by role_key
    having sum(people) > 0
    union all
    select 'need', null, need_id, null, ${counts} from cell where level = 'need' group by need_id
    having sum(people) > 0`);
}

function counted(condition: SqlFragment): SqlFragment {
  return sql`coalesce(sum(people) filter (where ${condition}), 0)::integer`;
}

/** Everybody is counted with exactly one site, or with none. */
export function sumOf(ofSites: readonly SummaryCount[]): Omit<SummaryCount, 'level' | 'siteId' | 'needId' | 'role'> {
  const sum = (count: (row: SummaryCount) => number): number => ofSites.reduce((total, row) => total + count(row), 0);
  return {
    total: sum(({ total }) => total),
    notReady: sum(({ notReady }) => notReady),
    atRisk: sum(({ atRisk }) => atRisk),
    ready: sum(({ ready }) => ready),
    kinds: kindCounts((kind) => sum((row) => row.kinds[kind])),
  };
}

export function kindCounts(count: (kind: ReasonKind) => number): Record<ReasonKind, number> {
  return Object.fromEntries(REASON_KINDS.map((kind) => [kind, count(kind)])) as Record<ReasonKind, number>;
}
