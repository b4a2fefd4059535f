import type pg from 'pg';

/**
 * The tables that are empty before the first event: those, and not the directory and the library, are emptied before
 * each run. Asked of the catalogue, so that tables which the engine gains later are among them; the queue's own are
 * left alone.
 */
export async function emptyTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    select format('%I.%I', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'bullmq') and relkind in ('r', 'p')
      and not relispartition`);
  const empty: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await owner.query(`select from ${name} limit 1`);
    if (rowCount === 0) empty.push(name);
  }
  return empty;
}
