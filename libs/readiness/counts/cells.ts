import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, joinSql } from '#platform/database';

/**
 * What a cell counts: the people of a site, of a role, or of a role at a site. `need`: the people whom a need of a
 * cohort makes not ready or at risk.
 */
export const CELL_LEVELS = ['site', 'role', 'site_role', 'need'] as const;
export type CellLevel = (typeof CELL_LEVELS)[number];

/** The columns of a cell, in `readiness_count` and where cells are counted. */
export const CELL_COLUMNS = sql`level, site_id, role_key, need_id, rank, kinds, role, people`;

/** The columns of a period by which it is counted. */
export const COUNTED_COLUMNS = sql`period.site_id, period.role_key, period.rank, period.kinds, period.role,
  period.worst_needs`;

const NO_ID = sql`null::uuid`;
const NO_TEXT = sql`null::text`;
const PEOPLE = sql`sum(people)::integer`;

const CELLS: Readonly<Record<CellLevel, SqlFragment>> = {
  site: sql`
    select 'site' as level, site_id, ${NO_TEXT} as role_key, ${NO_ID} as need_id, rank, kinds, ${NO_TEXT} as role,
      ${PEOPLE} as people
    from finest group by site_id, rank, kinds`,
  role: sql`
    select 'role' as level, ${NO_ID} as site_id, role_key, ${NO_ID} as need_id, rank, kinds, min(role) as role,
      ${PEOPLE} as people
    from finest group by role_key, rank, kinds`,
  site_role: sql`
    select 'site_role' as level, site_id, role_key, ${NO_ID} as need_id, rank, kinds, role, people::integer
    from finest`,
  need: sql`
    select 'need' as level, site_id, role_key, need_id, rank, kinds, min(role) as role, ${PEOPLE} as people
    from counted cross join unnest(worst_needs) as need_id where worst_needs <> '{}'
    group by site_id, role_key, need_id, rank, kinds`,
};

/**
 * Counts periods in cells.
 * @param periods their {@link COUNTED_COLUMNS}, and `people`: 1, or -1 if they are subtracted
 */
export function cellsOfPeriods(periods: SqlFragment, levels: readonly CellLevel[] = CELL_LEVELS): SqlFragment {
  const cells = levels.map((level) => CELLS[level]);
  return sql`
    with counted as materialized (
      -- Few combinations of many periods: what follows is independent of the number of people.
      select site_id, role_key, rank, kinds, worst_needs, min(role collate "C") as role, sum(people) as people
      from (${periods}) as period
      group by site_id, role_key, rank, kinds, worst_needs
    ), finest as materialized (
      select site_id, role_key, rank, kinds, min(role) as role, sum(people) as people from counted
      group by site_id, role_key, rank, kinds
    ) ${joinSql(cells, ' union all ')}`;
}
