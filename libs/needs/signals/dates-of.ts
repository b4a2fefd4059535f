import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment } from '#platform/database';
import { shortFields } from '#signals';

/** In bytes: a longer value is no date. */
const MAX_DATE_LENGTH = 100;

/** SQL: an event with nothing but these fields of its data and its payload, which are JSON. */
export function datesOf(data: SqlFragment, payload: SqlFragment, fields: readonly string[]): SqlFragment {
  return sql`jsonb_build_object('data', ${shortFields(data, fields, MAX_DATE_LENGTH)}
    || jsonb_build_object('payload', ${shortFields(payload, fields, MAX_DATE_LENGTH)}))`;
}
