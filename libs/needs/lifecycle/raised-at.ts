import { sql } from '@mikro-orm/postgresql';

/**
 * SQL: when the condition of `need` was reported for the first time or, after the end of a dismissal, for the first
 * time again. `reopened_as` is an id of that time, which is made after its batch has arrived.
 */
export const RAISED_AT = sql`greatest(need.first_seen_at, case when need.reopened_as is not null
  then least(uuid_time(need.reopened_as), need.last_seen_at) end)`;
