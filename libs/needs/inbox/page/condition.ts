import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, joinSql } from '#platform/database';

/** Matches when any of the conditions matches. */
export function anyOf(conditions: readonly SqlFragment[]): SqlFragment {
  return sql`(${joinSql(conditions, ' or ')})`;
}
