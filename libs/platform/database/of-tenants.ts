import { sql } from '@mikro-orm/postgresql';
import { sqlArray } from './sql-array.js';
import type { SqlFragment } from './sql-fragments.js';

/** Something of one of the tenants of a transaction. */
export interface OfTenant {
  readonly tenantId: string;
}

/** An entry of a set that spans tenants. */
interface Keyed extends OfTenant {
  /** UUID. */
  readonly id: string;
}

/**
 * SQL: keys of several tenants as rows of `tenant_id` and `key`, to be joined by both. A statement that spans tenants joins
 * every table by `tenant_id`, too: row level security exposes the rows of all its tenants to it.
 * @param type of the keys, `uuid` or `text`
 */
export function pairsOf<Row extends OfTenant>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  type: SqlFragment,
): SqlFragment {
  const tenants = sqlArray(rows.map(({ tenantId }) => tenantId));
  return sql`unnest(${tenants}::uuid[], ${sqlArray(rows.map(keyOf))}::${type}[]) as given (tenant_id, key)`;
}

/**
 * SQL: the condition that a row of `table` is one of these, of the same tenant. The arrays let the planner search the
 * index of the primary key, whatever size it estimates for the table. `is true` lets it look up each row in a hash table
 * of the pairs: as a join with the single row that it estimates, it would compare each row with each pair.
 */
export function inTenantsOf(table: SqlFragment, rows: readonly Keyed[]): SqlFragment {
  const tenants = sqlArray([...new Set(rows.map(({ tenantId }) => tenantId))]);
  const isGiven = sql`${table}.tenant_id = any (${tenants}::uuid[]) and ${table}.id = any (${sqlArray(rows.map(({ id }) => id))}::uuid[])`;
  return isOfOneTenant(rows)
    ? isGiven
    : sql`${isGiven} and ((${table}.tenant_id, ${table}.id) in (select given.tenant_id, given.key from ${pairsOf(rows, ({ id }) => id, sql`uuid`)})) is true`;
}

function isOfOneTenant(rows: readonly OfTenant[]): boolean {
  return rows.every(({ tenantId }) => tenantId === rows[0]?.tenantId);
}
