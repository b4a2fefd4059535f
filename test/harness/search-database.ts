import type { SharedEngine } from './engine.js';
import type { TestTenant } from './tenant.js';

/** A table of the database, and the names of its columns as SQL. */
interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isOfTenants: boolean;
}

/**
 * Searches every column of every table for texts without quotes and backslashes, in any case. Of a table with rows of
 * tenants, only those of the given tenant are searched: other files store many rows in a shared engine.
 * @returns the columns that contain one, as `table.column`
 */
export async function findText(
  { database }: Pick<SharedEngine, 'database'>,
  tenant: TestTenant,
  texts: readonly string[],
): Promise<string[]> {
  const tables = await database.query<Table>(`
    select attrelid::regclass::text as name, array_agg(quote_ident(attname) order by attname) as columns,
      bool_or(attname = 'tenant_id') as "isOfTenants"
    from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and not relispartition and attnum > 0 and not attisdropped
      and nspname not in ('pg_catalog', 'information_schema') group by attrelid order by 1`);
  const patterns = texts.map((text) => `%${text.toLowerCase()}%`);
  const isIn = async ({ name, isOfTenants }: Table, part: string): Promise<boolean> => {
    const rows = isOfTenants ? 'tenant_id = $2' : '$2::uuid is not null';
    const query = `select from ${name} as whole_row where ${rows} and lower(${part}::text) like any ($1) limit 1`;
    return (await database.query(query, [patterns, tenant.id])).length > 0;
  };
  const places: string[] = [];
  for (const table of tables)
    if (await isIn(table, 'whole_row'))
      for (const column of table.columns) if (await isIn(table, column)) places.push(`${table.name}.${column}`);
  return places;
}
