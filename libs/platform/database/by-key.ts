/**
 * SQL that finds rows of a table by a key of theirs, in the key's own index: a sub-select under the table's name, to be joined lateral
 * to what names the key, as in `unnest(?::text[]) as named (key) cross join lateral ${byKey('worker', 'email = named.key')}`. Its caller
 * names the tenant outside of it (`where worker.tenant_id = ?`).
 *
 * OFFSET 0 keeps that condition outside. Beside the tenant's wall it counts twice: PostgreSQL takes a tenant of which it has no statistics
 * yet, as one that is just imported, for next to none of the table, and reads all of it for each set of keys, or for each key.
 */
export function byKey(table: string, condition: string): string {
  return `(select * from ${table} where ${condition} offset 0) as ${table}`;
}
