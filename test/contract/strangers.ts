import type { TestDatabase } from '../harness/database.js';

/**
 * How many rows of resolved needs refer to a row of another tenant, or to nothing where they should refer to a row.
 * Each need of a site reaches two people.
 */
export async function strangers(database: TestDatabase): Promise<object> {
  const [row] = await database.query(`
    select count(*) filter (where audience_kind = 'worker' and not exists (
        select from worker where worker.tenant_id = need.tenant_id and worker.id = need.worker_id))::int as workers,
      count(*) filter (where not exists (
        select from course where course.tenant_id = need.tenant_id and course.id = need.course_id))::int as courses,
      count(*) filter (where people <> case when audience_kind = 'worker' then 1 else 2 end)::int as people,
      count(*) filter (where follows is null)::int - count(distinct (tenant_id, gap_key))::int as leaders,
      count(*) filter (where follows is not null and not exists (
        select from need lead where lead.tenant_id = need.tenant_id and lead.id = need.follows))::int as followed,
      (select count(*)::int from need_person person where not exists (
        select from worker where worker.tenant_id = person.tenant_id and worker.id = person.worker_id)) as reached,
      (select count(*)::int from need_person) as shares,
      (select count(*)::int from readiness_mark mark where not exists (
        select from need where need.tenant_id = mark.tenant_id and need.id = mark.need_id)) as marks
    from need where resolved_at is not null`);
  return row ?? {};
}

/** No row does. `shares`: those of the sites of two tenants. */
export const NONE = { workers: 0, courses: 0, people: 0, leaders: 0, followed: 0, reached: 0, shares: 12, marks: 0 };
