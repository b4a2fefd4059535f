import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment } from '#platform/database';

/**
 * Milliseconds since the epoch of a timestamp, as a number that JavaScript has: `Infinity` for `infinity`. Microseconds
 * are cut off, as in JavaScript's own dates.
 */
export function millis(timestamp: SqlFragment): SqlFragment {
  return sql`floor(extract(epoch from ${timestamp}) * 1000)::float8`;
}

/** SQL: the timestamp of an instant in milliseconds since the epoch. */
export function instantOf(milliseconds: number): SqlFragment {
  return sql`to_timestamp(${milliseconds}::float8 / 1000)`;
}
