import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids } from '#platform/database';
import { nameKeyOf } from '#platform/text';

/**
 * The ids of sites or groups by the key of their name. Inserts the names that the tenant does not have yet, in their
 * first spelling. The rows are kept until the transaction ends, so that nobody deletes or renames a site or group while
 * workers are assigned to it.
 */
export async function idsOfNames(
  tx: TenantTransaction,
  table: 'site' | 'worker_group',
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(names.toReversed().map((name) => [nameKeyOf(name), name]));
  if (wanted.size === 0) return new Map();
  const known = await tx.execute<NameRow[]>(sql`
    select id, name_key from ${sql.ref(table)}
    where tenant_id = ${tx.tenantId}
      and name_key in (select jsonb_array_elements_text(${JSON.stringify([...wanted.keys()])}::jsonb))
    order by id for key share`);
  for (const { name_key: key } of known) wanted.delete(key);
  const added = wanted.size === 0 ? [] : await add(tx, table, wanted);
  return new Map([...known, ...added].map(({ id, name_key: key }) => [key, id]));
}

interface NameRow {
  readonly id: string;
  readonly name_key: string;
}

/**
 * Inserts names. If another transaction has just inserted the same name, the update, which changes nothing, makes
 * PostgreSQL return that row.
 */
function add(tx: TenantTransaction, table: string, wanted: ReadonlyMap<string, string>): Promise<NameRow[]> {
  const rows = [...wanted].map(([key, name]) => ({ id: ids.next(), name, key }));
  return tx.execute<NameRow[]>(sql`
    insert into ${sql.ref(table)} (tenant_id, id, name, name_key)
    select ${tx.tenantId}::uuid, id, name, key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as added (id uuid, name text, key text) order by key
    on conflict (tenant_id, name_key) do update set name_key = excluded.name_key
    returning id, name_key`);
}
