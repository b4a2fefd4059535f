import { sql } from '@mikro-orm/postgresql';
import { anyTenant } from './by-key.js';
import { sqlArray } from './sql-array.js';
import type { SqlFragment } from './sql-fragments.js';

/** Something of one of the tenants of a transaction. */
export interface OfTenant {
  readonly tenantId: string;
}

/** Names a row of one of the tenants of a transaction. */
export interface IdOfTenant extends OfTenant {
  /** UUID. */
  readonly id: string;
}

/** The tenants of these rows, each once. */
export function tenantsOf(rows: readonly OfTenant[]): string[] {
  return [...new Set(rows.map(({ tenantId }) => tenantId))];
}

/**
 * SQL: keys of several tenants as rows of `tenant_id` and `key`, to be joined by both. A statement that spans tenants
 * joins every table by `tenant_id`, too: row level security exposes the rows of all its tenants to it.
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
 * SQL: the condition that a row of `table` is one of these, of the same tenant, or that its `column` names one of
 * these. The arrays let the planner search an index by both columns, whatever size it estimates for the table; a single
 * tenant is {@link anyTenant}. `is true` lets it look up each row in a hash table of the pairs. Otherwise it would
 * estimate a single row, choose a nested loop, and compare each row with each pair.
 */
export function inTenantsOf(table: SqlFragment, rows: readonly IdOfTenant[], column = sql`id`): SqlFragment {
  const isGiven = sql`${table}.${column} = any (${sqlArray(rows.map(({ id }) => id))}::uuid[])`;
  const [single, ...others] = tenantsOf(rows);
  if (single !== undefined && others.length === 0) return sql`${table}.tenant_id = ${anyTenant(single)} and ${isGiven}`;
  return sql`${isOneOf(sql`${table}.tenant_id`, tenantsOf(rows))} and ${isGiven}
    and ((${table}.tenant_id, ${table}.${column}) in (
      select given.tenant_id, given.key from ${pairsOf(rows, ({ id }) => id, sql`uuid`)}
    )) is true`;
}

/**
 * SQL: the condition that a column is one of these tenants. With `=`, the planner also applies the condition to tables
 * that are joined by the column.
 */
export function isOneOf(column: SqlFragment, tenantIds: readonly string[]): SqlFragment {
  const [single, ...others] = tenantIds;
  return single !== undefined && others.length === 0
    ? sql`${column} = ${single}::uuid`
    : sql`${column} = any (${sqlArray(tenantIds)}::uuid[])`;
}
