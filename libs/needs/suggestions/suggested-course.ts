import { sql } from '@mikro-orm/postgresql';

/**
 * The published course that a row of `need` suggests, if nobody has accepted or rejected it: a UUID; null: there is
 * none. A need that is snoozed keeps the course that was suggested before, which may be archived since.
 */
export const SUGGESTED_COURSE = sql`(
  select course.id from course where course.tenant_id = need.tenant_id and course.id = need.suggested_course_id
    and course.status = 'published' and need.suggested_course_id is distinct from need.rejected_course_id)`;
