import type { TestDatabase } from './database.js';

/**
 * Searches every column of every table for texts, in any case. @returns the columns that contain one, as `table.column`
 */
export async function findText(database: TestDatabase, texts: readonly string[]): Promise<string[]> {
  const columns = await database.query<{ place: string; query: string }>(`
    select relname || '.' || attname as place,
      format('select 1 from %I.%I where lower(%I::text) like any ($1::text[]) limit 1', nspname, relname,
        attname) as query
    from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and not relispartition and attnum > 0 and not attisdropped
      and nspname not in ('pg_catalog', 'information_schema') order by 1`);
  const patterns = texts.map((text) => `%${text.toLowerCase()}%`);
  const places: string[] = [];
  for (const { place, query } of columns) if ((await database.query(query, [patterns])).length > 0) places.push(place);
  return places;
}
