import type pg from 'pg';
import { MATCHER_VERSION } from '#catalog';
import { TOPICS } from '../harness/world.js';

/** Sites and roles of a tenant; a quarter of its people are at the first site. */
const MAX_SITES = 100;
const WORKERS_PER_SITE = 1_000;
const ROLES = 8;
const PEOPLE_IN_GROUP = 50;

export const LARGE_SITE = 'Place 1';
export const role = (n: number): string => `Role ${n}`;
export const group = (n: number): string => `Crew ${n}`;
export const externalWorkerId = (n: number): string => `R-${n}`;

/** Adds tenants that have a directory and facts, and nobody who uses them. */
export async function addTenants(owner: pg.Client, prefix: string, count: number): Promise<void> {
  await owner.query(
    `insert into tenant (id, slug, name) select uuidv7(), $1 || n, 'Tenant ' || n
      from generate_series(1, $2::integer) n`,
    [prefix, count],
  );
}

/**
 * Inserts people with five reasons each into the tenants with such a slug, directly into the tables. Three of ten are
 * not ready, and more than one of ten at risk; the reasons of the others are shown, and do not count. Credentials that
 * are valid now expire one after the other in the next three years.
 */
export async function seedFacts(owner: pg.Client, slugs: string, workers: number): Promise<void> {
  const sites = Math.min(MAX_SITES, Math.max(10, Math.round(workers / WORKERS_PER_SITE)));
  await owner.query('begin');
  await owner.query(`create temporary table person on commit drop as ${PEOPLE}`, [slugs, workers, sites, ROLES]);
  await owner.query('analyze person');
  for (const [statement, ...parameters] of FACTS) await owner.query(statement, parameters);
  await owner.query('commit');
}

/** The people that are to be inserted, with the number of each; `site_id` is that of a site to be inserted. */
const PEOPLE = `
  with place as materialized (
    select tenant.id as tenant_id, slug, site_n, gen_random_uuid() as site_id
    from tenant cross join generate_series(1, $3::integer) site_n where slug like $1
  )
  select place.tenant_id, slug, n, uuidv7() as id, site_n, site_id, 'Role ' || 1 + n % $4::integer as role
  from place join generate_series(1, $2::integer) n
    on site_n = case when n % 4 = 0 then 1 else 2 + (n / 4 * 3 + n % 4) % ($3::integer - 1) end
  order by place.tenant_id, n`;

const SITES = `
  insert into site (tenant_id, id, name, name_key)
  select distinct tenant_id, site_id, 'Place ' || site_n, 'place ' || site_n from person`;

const WORKERS = `
  insert into worker (tenant_id, id, external_worker_id, email, name, site_id, role, created_at)
  select tenant_id, id, 'R-' || n, 'r' || n || '@' || slug || '.example', 'Given' || n % 1000 || ' Family' || n,
    site_id, role, now() - interval '400 days' from person`;

const GROUPS = `
  with crew as (
    insert into worker_group (tenant_id, id, name, name_key)
    select tenant_id, gen_random_uuid(), 'Crew ' || crew, 'crew ' || crew
    from (select distinct tenant_id, 1 + n / $1::integer as crew from person) as crews
    returning tenant_id, id, name
  )
  insert into worker_group_member (tenant_id, worker_id, group_id)
  select person.tenant_id, person.id, crew.id from person join crew
    on crew.tenant_id = person.tenant_id and crew.name = 'Crew ' || 1 + n / $1::integer`;

/** One of five has expired, one of twenty expires soon. Each has another that is valid for long. */
const CREDENTIALS = `
  insert into credential (tenant_id, id, worker_id, name, name_key, expires_at)
  select tenant_id, uuidv7(), id, 'WAH licence', 'wah licence', date_trunc('day', now())
    + case n % 20 when 1 then interval '1 day' * (1 + n % 28) else case n % 5 when 0 then - interval '1 day' * (n % 60)
      else interval '1 day' * (60 + n % 1000) end end
  from person
  union all
  select tenant_id, uuidv7(), id, 'First aid', 'first aid', date_trunc('day', now()) + interval '1 day' * (60 + n % 997)
  from person`;

/** Who has no reason by a credential has a second step. */
const STEPS = `
  insert into onboarding_step (tenant_id, id, worker_id, step, step_key, created_at)
  select tenant_id, uuidv7(), id, step, lower(step), now() - interval '300 days'
  from person cross join unnest(array['Site tour', 'Locker']) as step
  where step = 'Site tour' or (n % 5 > 0 and n % 20 <> 1)`;

const POLICY = `
  insert into readiness_policy (tenant_id, expiring_within_days, severities)
  select distinct tenant_id, 30, '{"onboarding_open": 2}'::jsonb from person`;

/** A course for everybody, which nobody has completed. */
const REQUIREMENTS = `
  with required as (
    insert into course (tenant_id, id, title, status)
    select tenant_id, gen_random_uuid(), 'Company Rules', 'published'
    from (select distinct tenant_id from person) as tenants
    returning tenant_id, id
  )
  insert into requirement (tenant_id, id, audience_kind, course_id, severity, created_at)
  select tenant_id, gen_random_uuid(), 'everyone', id, 2, now() - interval '200 days' from required`;

/** A need of everybody at each site, and one of each person. */
const NEEDS = `
  with reported as materialized (
    select tenant_id, uuidv7() as id, 'site ' || site_n as dedupe_key, 'cohort' as audience_kind,
      'Drill ' || site_n as topic,
      case when site_n % 4 = 0 then 3 else 2 end as severity, null as external_worker_id, null::uuid as worker_id,
      site_id, 'Place ' || site_n as site, count(*)::integer as people
    from person group by tenant_id, site_id, site_n
    union all
    select tenant_id, uuidv7(), 'person ' || n, 'worker', ($1::text[])[1 + n % cardinality($1::text[])],
      case when n % 10 = 7 then 4 else 1 + n % 2 end, 'R-' || n, id, site_id, null, 1 from person
  ), needs as (
    insert into need (tenant_id, id, dedupe_key, type, topic, severity, audience_kind, external_worker_id, worker_id,
      worker_site_id, site, site_key, people, recommendation, first_seen_at, last_seen_at, resolved_at)
    select tenant_id, id, dedupe_key, 'near_miss', topic, severity, audience_kind, external_worker_id, worker_id,
      case when worker_id is not null then site_id end, site, lower(site), people, 'author_one',
      now() - interval '50 days', now(), now()
    from reported
  )
  insert into need_person (tenant_id, need_id, worker_id)
  select tenant_id, id, worker_id from reported where worker_id is not null
  union all
  select reported.tenant_id, reported.id, person.id from reported join person using (tenant_id, site_id)
  where reported.worker_id is null`;

/** So that the engine does not match the topics of all needs again. */
const MATCHED = `
  insert into matched_library (tenant_id, version, matcher)
  select id, coalesce((select version from catalog_version where tenant_id = id), 0), ${MATCHER_VERSION} from tenant
  where id in (select tenant_id from person)
  on conflict (tenant_id) do update set version = excluded.version`;

/** Statements with their parameters, in the order of their execution. */
const FACTS: ReadonlyArray<readonly [string, ...unknown[]]> = [
  [SITES],
  [WORKERS],
  [GROUPS, PEOPLE_IN_GROUP],
  [CREDENTIALS],
  [STEPS],
  [POLICY],
  [REQUIREMENTS],
  [NEEDS, TOPICS],
  [MATCHED],
];
