import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment } from './sql-fragments.js';

/**
 * SQL that looks up rows of a table by a key, in the index of the key. It is a sub-select under the table's name, for a
 * lateral join with the keys: ``sql`unnest(${keys}::text[]) as named (key) cross join lateral ${byKey('worker',
 * sql`tenant_id = ${tenantId} and email = named.key`)}` ``.
 *
 * OFFSET 0 keeps the planner from choosing another join. If PostgreSQL has no statistics of a tenant yet, for example
 * after an import, it estimates almost no rows for the tenant. It would then scan all of them for each set of keys or
 * for each key. The condition must contain the key only and other filters belong outside: with more filters, every
 * index seems to return almost no rows. FOR UPDATE locks the rows in the order of the keys: sort the keys before.
 */
export function byKey(table: string, condition: SqlFragment): SqlFragment {
  return sql`(select * from ${sql.ref(table)} where ${condition} offset 0) as ${sql.ref(table)}`;
}

/**
 * A tenant in a condition, as a value that the planner does not see. Statistics from before the tenant's first import
 * have no row of it: for a value that it sees, the planner estimates one row, whichever index of the tenant's rows it
 * reads, and may read all of them for each key. Use it in the condition of {@link byKey}, and where a statement joins
 * many rows of a tenant with those of a table.
 */
export function anyTenant(tenantId: string): SqlFragment {
  return sql`(select ${tenantId}::uuid)`;
}
