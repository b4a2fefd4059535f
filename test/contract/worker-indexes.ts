import type { TestDatabase } from '../harness/database.js';

/**
 * Tables whose rows about a worker are only found by reading those of all workers, for example when the worker is
 * deleted.
 */
export async function faultsOfIndexes(database: TestDatabase): Promise<string[]> {
  const tables = await database.query<{ name: string }>(`
    select relname as name from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and attname = 'worker_id' and not attisdropped
      and not exists (select from pg_index where indrelid = attrelid and indisvalid
          and coalesce(pg_get_expr(indpred, indrelid), '(worker_id IS NOT NULL)') = '(worker_id IS NOT NULL)'
          and (indkey[0] = attnum or indkey[1] = attnum and indkey[0] = (
            select tenant.attnum from pg_attribute as tenant
            where tenant.attrelid = indrelid and tenant.attname = 'tenant_id')))
    order by 1`);
  return tables.map(({ name }) => `${name}: the deletion of a worker reads it in full: index its worker_id`);
}
