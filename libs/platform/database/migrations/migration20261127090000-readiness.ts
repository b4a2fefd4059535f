import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** What a tenant requires of its workers, whom it exempts for a while, and how ready each worker was, is and will be. */
export class Migration20261127090000Readiness extends Migration {
  override up(): void {
    for (const sql of [POLICY, REQUIREMENTS, WAIVERS, MARKS, PERIODS, ...PERIODS_BY_KIND, CAUSES]) this.addSql(sql);
    for (const table of TENANT_TABLES) this.addSql(tenantWall(table));
  }
}

const TENANT_TABLES = [
  'readiness_policy',
  'requirement',
  'waiver',
  'readiness_mark',
  'readiness_period',
  'readiness_cause',
];

/** `severities`: those that differ from the defaults, by kind. The time zone is the tenant's. */
const POLICY = `
  create table readiness_policy (
    tenant_id uuid primary key,
    expiring_within_days integer not null check (expiring_within_days between 0 and 3650),
    severities jsonb not null default '{}',
    version integer not null default 1,
    updated_at timestamptz not null default now()
  );`;

/**
 * One row for each audience and what is required of it. `audience_id`: the site or the group. `from_day`: it holds from
 * the beginning of that day on; null: from its creation on.
 */
const REQUIREMENTS = `
  create table requirement (
    tenant_id uuid not null,
    id uuid not null,
    audience_kind text not null check (audience_kind in ('everyone', 'site', 'group', 'role')),
    audience_id uuid,
    role text,
    role_key text,
    credential text,
    credential_key text,
    course_id uuid,
    severity smallint check (severity between 1 and 4),
    valid_days integer check (valid_days between 1 and 36500),
    grace_days integer not null default 0 check (grace_days between 0 and 3650),
    from_day date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, audience_kind, audience_id, role_key, credential_key, course_id),
    check ((audience_id is not null) = (audience_kind in ('site', 'group'))),
    check ((role_key is not null) = (audience_kind = 'role')),
    check ((credential_key is null) <> (course_id is null))
  );`;

/** `until_on`: the last day, if it was given as a day. */
const WAIVERS = `
  create table waiver (
    tenant_id uuid not null,
    id uuid not null,
    worker_id uuid not null,
    requirement_id uuid,
    credential text,
    credential_key text,
    need_id uuid,
    until timestamptz not null,
    until_on date,
    note text not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    check (num_nonnulls(requirement_id, credential_key, need_id) = 1)
  );
  create index waiver_by_worker on waiver (tenant_id, worker_id, id);
  create index waiver_by_requirement on waiver (tenant_id, requirement_id) where requirement_id is not null;
  create index waiver_by_end on waiver (tenant_id, until, id);`;

/**
 * The outbox: whose readiness may have changed. Without a worker and a need, that of all workers. Marks are only ever
 * added and deleted, so that no transaction waits for another one because of them.
 */
const MARKS = `
  create table readiness_mark (
    tenant_id uuid not null,
    id bigint generated always as identity,
    worker_id uuid,
    need_id uuid,
    marked_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id)
  );`;

/**
 * How ready a worker was, is or will be if nobody does anything: from `valid_from` on, before `valid_to`. Periods of
 * one worker do not overlap. Future periods are replaced when a fact changes. Past ones are the history, and stay when
 * the worker leaves; therefore they have the name, the site and the role as they were.
 *
 * `is_current` marks the period of now, for the indexes; a sweep moves it on. `rank`: 0 not ready, 1 at risk, 2 ready.
 * `mildness`: 4 less the worst severity, so that all columns of the order ascend. `kinds`: a bit for each kind of
 * cause.
 */
const PERIODS = `
  create table readiness_period (
    tenant_id uuid not null,
    worker_id uuid not null,
    valid_from timestamptz not null,
    valid_to timestamptz not null,
    is_current boolean not null,
    rank smallint not null,
    mildness smallint not null,
    since timestamptz not null,
    kinds smallint not null,
    name text not null,
    name_key text collate "C" not null,
    site_id uuid,
    role text,
    role_key text,
    primary key (tenant_id, worker_id, valid_from),
    check (valid_from < valid_to)
  );
  create index readiness_period_board on readiness_period (tenant_id, rank, mildness, since, name_key, worker_id) where is_current;
  create index readiness_period_by_site on readiness_period (tenant_id, site_id, rank, mildness, since, name_key, worker_id) where is_current;
  create index readiness_period_by_role on readiness_period (tenant_id, role_key, rank, mildness, since, name_key, worker_id) where is_current;
  create unique index readiness_period_current on readiness_period (tenant_id, worker_id) where is_current;
  create index readiness_period_ending on readiness_period (tenant_id, valid_to) where is_current;
  create index readiness_period_ended on readiness_period (tenant_id, valid_to, valid_from);`;

/** For a page of the people with a kind of cause, which may be few among many. A row is in the indexes of its kinds. */
const PERIODS_BY_KIND = [1, 2, 4, 8, 16, 32, 64].map(
  (bit) => `
  create index readiness_period_of_kind_${bit} on readiness_period (tenant_id, rank, mildness, since, name_key, worker_id)
    where is_current and (kinds & ${bit}) <> 0;`,
);

/**
 * The past, present and future causes that count against a worker's readiness, with validities like those of periods.
 */
const CAUSES = `
  create table readiness_cause (
    tenant_id uuid not null,
    worker_id uuid not null,
    kind text not null,
    ref_type text not null,
    ref_id uuid not null,
    valid_from timestamptz not null,
    valid_to timestamptz not null,
    gap text not null,
    name text not null,
    severity smallint not null,
    since timestamptz not null,
    due_at timestamptz not null,
    waived_until timestamptz,
    requirement_id uuid,
    course_id uuid,
    primary key (tenant_id, worker_id, kind, ref_id, valid_from),
    check (valid_from < valid_to)
  );
  create index readiness_cause_by_ref on readiness_cause (tenant_id, ref_id, worker_id);
  create index readiness_cause_by_gap on readiness_cause (tenant_id, gap, worker_id);`;
