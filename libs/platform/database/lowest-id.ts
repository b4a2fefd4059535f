import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment } from './sql-fragments.js';

/** SQL: the lowest id of an instant, for a range of ids by their time. Ids begin with the year 1970. */
export function lowestIdAt(instant: string): SqlFragment {
  return sql`uuid_floor(greatest(to_timestamp(0), ${instant}::timestamptz))`;
}
