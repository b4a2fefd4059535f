import type pg from 'pg';
import type { TenantAccess } from '../harness/world.js';

/** A large site, and a course to offer to its people. UUIDs. */
export interface LargeSite {
  readonly tenantId: string;
  readonly siteId: string;
  readonly courseId: string;
}

/** Adds a site with people to a tenant, directly into the tables, because this is not measured. */
export async function addLargeSite(owner: pg.Client, { tenantId }: TenantAccess, people: number): Promise<LargeSite> {
  const { rows } = await owner.query<{ siteId: string; courseId: string }>(
    `with added as (insert into site (tenant_id, id, name, name_key) values ($1, gen_random_uuid(), 'Large', 'large')
        returning id),
     people as (insert into worker (tenant_id, id, external_worker_id, name, site_id) select $1, uuid_next(), 'L-' || n,
       'Person ' || n, added.id from added, generate_series(1, $2::integer) n)
     select added.id as "siteId", (select id from course where tenant_id = $1 and status = 'published' order by id
         limit 1) as "courseId" from added`,
    [tenantId, people],
  );
  await owner.query('analyze');
  const [site] = rows;
  if (site === undefined) throw new Error('no site was added');
  return { tenantId, ...site };
}

/** Adds a resolved need of everybody at the site. @returns its UUID */
export async function addNeed(owner: pg.Client, { tenantId, courseId }: LargeSite, people: number): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into need (tenant_id, id, dedupe_key, type, topic, severity, audience_kind, site, site_key, people,
        recommendation, course_id, score, first_seen_at, last_seen_at, resolved_at)
     values ($1, uuid_next(), 'large', 'incident', 'Manual Handling', 4, 'cohort', 'Large', 'large', $2, 'course', $3,
         1, now(), now(), now()) returning id`,
    [tenantId, people, courseId],
  );
  return rows[0]?.id ?? '';
}
