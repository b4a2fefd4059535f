import { sql } from '@mikro-orm/postgresql';
import type { Transaction } from './transaction.js';

export interface TenantColumn {
  readonly name: string;
  /** As PostgreSQL formats it: `text`, `jsonb`, `text[]`. */
  readonly type: string;
  /** Computed from other columns: it cannot be written. */
  readonly isGenerated: boolean;
  /** A constraint lists its values. */
  readonly isCode: boolean;
}

/** A table of tenants' rows, as the catalogue describes it. */
export interface TenantTable {
  readonly name: string;
  readonly columns: readonly TenantColumn[];
  /** The columns of the primary key without `tenant_id`; none if a tenant has one row. */
  readonly key: readonly string[];
  /** Tables that its foreign keys refer to. */
  readonly refersTo: readonly string[];
}

/**
 * Reads every table that has a `tenant_id` from the catalogue, by name, so that code that processes all data of a
 * tenant covers new tables automatically. Partitions are part of their table.
 */
export function readTenantTables(tx: Transaction): Promise<TenantTable[]> {
  return tx.execute<TenantTable[]>(sql`
    select relname as name,
      (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'isGenerated',
            attgenerated <> '', 'isCode', exists (
              select from pg_constraint where conrelid = attrelid and contype = 'c' and conkey = array[attnum]
                and pg_get_constraintdef(pg_constraint.oid) like '%= ANY (ARRAY[%'
            )) order by attnum)
        from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns,
      (select coalesce(json_agg(attname order by attnum), '[]') from pg_index join pg_attribute on attrelid = indrelid
          and attnum = any (indkey)
        where indrelid = pg_class.oid and indisprimary and attname <> 'tenant_id') as key,
      (select coalesce(json_agg(other.relname), '[]') from pg_constraint join pg_class as other on other.oid = confrelid
        where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as "refersTo"
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'tenant_id' and not attisdropped)
    order by relname`);
}
