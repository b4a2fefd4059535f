import { sql } from '@mikro-orm/postgresql';

/**
 * SQL: when the condition of `need` was reported for the first time or, after the end of a dismissal, for the first time
 * again. `reopened_as` is the id of that signal.
 */
export const RAISED_AT = sql`greatest(need.first_seen_at, uuid_time(need.reopened_as))`;
