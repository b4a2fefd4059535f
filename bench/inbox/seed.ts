import type pg from 'pg';
import { type World, worldOf } from './world.js';

/**
 * Inserts a directory, a library and an inbox for the tenants with such a slug, as after years of use. Most needs are
 * closed, few topics, types and sites have most of them, and two of a thousand are unresolved. Directly into the
 * tables, in a handful of statements.
 */
export async function seedTenants(owner: pg.ClientBase, slugs: string, needs: number): Promise<void> {
  const world = worldOf(needs);
  await owner.query('select setseed(0.42)');
  await owner.query(SITES, [slugs, world.sites]);
  await owner.query(ALIASES, [slugs]);
  await owner.query(WORKERS, [slugs, world.workers, world.sites]);
  await owner.query(COURSES, [slugs, world.topics]);
  await owner.query(DRAFTS, [slugs]);
  await owner.query(NEEDS, needsParameters(slugs, world));
}

/** Further tenants, which are not queried. */
export async function addTenants(owner: pg.ClientBase, prefix: string, count: number): Promise<void> {
  await owner.query(
    `insert into tenant (id, slug, name) select uuidv7(), $1 || n, 'Tenant ' || n from generate_series(1, $2::int) n`,
    [prefix, count],
  );
}

function needsParameters(slugs: string, { needs, workers, sites, topics, types }: World): unknown[] {
  return [slugs, needs, workers, sites, topics, types];
}

const SITES = `
  insert into site (tenant_id, id, name, name_key)
  select tenant.id, uuidv7(), 'Site ' || n, 'site ' || n from tenant cross join generate_series(1, $2::int) n
  where slug like $1`;

/** Each site was called otherwise before. */
const ALIASES = `
  insert into site_alias (tenant_id, name_key, name, site_id)
  select site.tenant_id, 'old ' || site.name_key, 'Old ' || site.name, site.id from site
  join tenant on tenant.id = site.tenant_id where slug like $1`;

const WORKERS = `
  insert into worker (tenant_id, id, external_worker_id, email, name, site_id)
  select tenant.id, uuidv7(), 'W-' || n, 'w' || n || '@' || slug || '.example', 'Given' || n % 1000 || ' Family' || n,
    site.id
  from tenant cross join generate_series(1, $2::int) n
    join site on site.tenant_id = tenant.id and site.name_key = 'site ' || (1 + n % $3::int)
  where slug like $1`;

/** Two of three topics have a course; the library has others besides. */
const COURSES = `
  insert into course (tenant_id, id, title, topics, summary, status)
  select tenant.id, uuidv7(), title, array[title], repeat('What it teaches. ', 30), 'published'
  from tenant cross join generate_series(1, 3 * $2::int / 2 + 30) n
    cross join lateral (select case when n <= $2::int then 'Procedure ' || n || ' Refresher'
        else 'Company Rule ' || n end as title) as named
  where slug like $1 and (n > $2::int or n % 3 > 0)`;

/** Drafts that have ended: needs that wait for one show its status. */
const DRAFTS = `
  insert into draft (tenant_id, id, status, topic, topic_key, content, written_by, started_by, started_by_kind, authors,
    month, estimated_tokens)
  select tenant.id, uuidv7(), 'cancelled', 'Draft ' || n, 'draft ' || n,
    jsonb_build_object('title', 'Draft ' || n, 'summary', repeat('What it teaches. ', 30)), 'outline', 'system', 'auto',
    '{}', date_trunc('month', now()), 0
  from tenant cross join generate_series(1, 20) n where slug like $1`;

/** A random number for each property that varies independently. Needs are inserted in the order of their time. */
const NEEDS = `
  with roll as (
    select tenant.id as tenant_id, slug, n, random() as status_die, random() as severity_die, random() as audience_die,
      random() as age_die, 1 + floor(power(random(), 2) * $3::int)::int as worker_n,
      1 + floor(power(random(), 2) * $4::int)::int as site_n, 1 + floor(power(random(), 3) * $5::int)::int as topic_n,
      1 + floor(power(random(), 2) * $6::int)::int as type_n
    from tenant cross join generate_series(1, $2::int) n where slug like $1
  ), reported as (
    select *, n > $2::int * 0.998 as is_fresh, audience_die < 0.15 as cohort, audience_die > 0.97 as is_unknown,
      case when status_die < 0.25 then 'open' when status_die < 0.37 then 'offered'
        when status_die < 0.42 then 'in_progress' when status_die < 0.43 then 'authoring'
        when status_die < 0.44 then 'snoozed' when status_die < 0.88 then 'completed'
          when status_die < 0.94 then 'dismissed' else 'resolved' end as later_status,
      case when severity_die < 0.05 then 4 when severity_die < 0.25 then 3
        when severity_die < 0.85 then 2 else 1 end as severity,
      now() - ($2::int - n) * interval '30 seconds' as seen_at
    from roll
  )
  insert into need (tenant_id, id, dedupe_key, status, closed_at, type, topic, severity, audience_kind,
    external_worker_id, site, site_key, worker_id, worker_site_id, people, recommendation, course_id, score,
    first_seen_at, last_seen_at, unresolved_since, resolved_at)
  select reported.tenant_id, uuidv7(reported.seen_at - now()), 'seed ' || reported.n, state.status,
    case when state.status in ('completed', 'dismissed', 'resolved') then now() end,
    'event_' || type_n, 'Procedure ' || topic_n || ' Refresher', severity,
    case when cohort then 'cohort' else 'worker' end,
    case when is_unknown then 'unknown ' || worker_n when not cohort then 'W-' || worker_n end,
    case when cohort then 'Site ' || site_n end, case when cohort then 'site ' || site_n end,
    worker.id, worker.site_id, 1, case when is_fresh then 'pending' when course.id is null then 'author_one'
      else 'course' end, course.id, case when course.id is not null then 1 end,
    seen_at, seen_at, case when is_fresh then seen_at end, case when not is_fresh then seen_at end
  from reported
    cross join lateral (select case when is_fresh then 'open' else later_status end as status) as state
    left join worker on worker.tenant_id = reported.tenant_id and worker.external_worker_id = 'W-' || worker_n
      and not is_fresh and not cohort and not is_unknown
    left join course on course.tenant_id = reported.tenant_id and course.title = 'Procedure ' || topic_n || ' Refresher'
      and not is_fresh
  order by reported.n`;
