import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, joinSql } from '#platform/database';

/** Holds where any of the conditions holds. */
export function anyOf(conditions: readonly SqlFragment[]): SqlFragment {
  return sql`(${joinSql(conditions, ' or ')})`;
}
