// oxlint-disable-next-line no-restricted-imports -- names a table, a constant
import { raw } from '@mikro-orm/postgresql';
import type { SqlFragment } from './sql-fragments.js';

/**
 * SQL that finds rows of a table by a key of theirs, in the key's own index: a sub-select under the table's name, to be
 * joined lateral to what names the key, as in
 * ``sql`unnest(${keys}::text[]) as named (key) cross join lateral ${byKey('worker', sql`tenant_id = ${tenantId} and email = named.key`)}` ``.
 *
 * OFFSET 0 keeps it from being joined in another way: where PostgreSQL has no statistics of a tenant yet, as of one that
 * was just imported, it takes it for next to none of the table, and reads all of it for each set of keys, or for each
 * key. The key alone belongs in the condition: whatever else is asked for stands outside, or that seems to leave next to
 * nothing in any index. FOR UPDATE locks within it, row by row as the keys come: they are sorted before.
 */
export function byKey(table: string, condition: SqlFragment): SqlFragment {
  return raw(`(select * from ${table} where ${condition.sql} offset 0) as ${table}`, condition.params);
}
