import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, sqlArray } from '#platform/database';

/**
 * The fields of a stored JSON value with these names, as a JSON object, without those of more than `longest` bytes. An
 * event may be two thousand times as large as the fields that are needed.
 */
export function shortFields(value: SqlFragment, names: readonly string[], longest: number): SqlFragment {
  return sql`(
    select coalesce(jsonb_object_agg(name, ${value} -> name), '{}')
    from unnest(${sqlArray(names)}::text[]) as named (name) where octet_length((${value} -> name)::text) <= ${longest}
  )`;
}
