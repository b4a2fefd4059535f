import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, joinSql, sqlArray } from '#platform/database';
import { CELL_COLUMNS, COUNTED_COLUMNS, type CellLevel, cellsOfPeriods } from '../counts/cells.js';
import { cellConditions, conditionsOf, filterConditions, periodsOf } from './board-conditions.js';
import { differenceAt } from './other-time.js';
import { isPending, pendingPeriods } from './pending-needs.js';
import type { PeopleFilter } from './readiness.query.js';
import type { ShownInstant } from './shown-instant.js';

/** How many workers the filters find. */
export async function countBoard(tx: TenantTransaction, filter: PeopleFilter, instant: ShownInstant): Promise<number> {
  const { site, role } = filter;
  const level = role === undefined ? 'site' : site === undefined ? 'role' : 'site_role';
  const [row] = await tx.execute<Array<{ total: number }>>(
    sql`select coalesce(sum(people), 0)::integer as total
      from (${await cellsAt(tx, filter, instant, [level])}) as cell`,
  );
  return row?.total ?? 0;
}

/** Whether the counts say how many people the filters find: they have no groups, topics and texts. */
export function isCounted({ group, topic, q }: PeopleFilter): boolean {
  return group === undefined && topic === undefined && q === undefined;
}

/**
 * The cells of some levels that the filters find. The cells of now are stored. Those of another time, and those of now
 * while needs are pending, are the stored ones plus a difference, which may be negative. With a filter by group, topic
 * or text, people are counted one by one.
 */
export async function cellsAt(
  tx: TenantTransaction,
  filter: PeopleFilter,
  instant: ShownInstant,
  levels: readonly CellLevel[],
): Promise<SqlFragment> {
  const { tenantId } = tx;
  if (!isCounted(filter))
    return cellsOfPeriods(periods(1, await conditionsOf(tx, filter, instant), periodsOf(tenantId, instant)), levels);
  const kept = sql`
    select ${CELL_COLUMNS} from readiness_count period
    where level = any (${sqlArray(levels)}::text[]) and ${joinSql(cellConditions(tenantId, filter), ' and ')}`;
  const filters = await filterConditions(tx, filter, instant);
  if (instant.isNow) {
    if (instant.pending === null) return kept;
    const stored = periods(-1, [sql`period.is_current`, isPending(tenantId, sql`period`), ...filters]);
    const asPending = periods(1, filters, sql`(${pendingPeriods(tenantId, instant.pending)})`);
    return sql`${kept} union all (${cellsOfPeriods(sql`${stored} union all ${asPending}`, levels)})`;
  }
  const { left, joined } = await differenceAt(tx, instant.at);
  const difference = sql`${periods(1, [joined, ...filters])} union all ${periods(-1, [left, ...filters])}`;
  return sql`${kept} union all (${cellsOfPeriods(difference, levels)})`;
}

/** @param people 1 to add the periods, -1 to subtract them */
function periods(
  people: 1 | -1,
  conditions: readonly SqlFragment[],
  table: SqlFragment = sql`readiness_period`,
): SqlFragment {
  return sql`select ${COUNTED_COLUMNS}, ${people}::integer as people from ${table} as period
    where ${joinSql(conditions, ' and ')}`;
}
