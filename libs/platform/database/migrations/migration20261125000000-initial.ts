import { Migration } from '@mikro-orm/migrations';
import { operatorDoor, tenantWall } from './row-level-security.js';

/** Tenants, secrets, tokens, audit; courses; people; signals, needs and whom a need reaches. */
export class Migration20261125000000Initial extends Migration {
  override up(): void {
    for (const sql of [TENANCY, CATALOG, DIRECTORY, NEEDS, SIGNALS]) this.addSql(sql);
    for (const table of TENANT_TABLES) this.addSql(tenantWall(table));
    this.addSql(tenantWall('tenant', 'id'));
    this.addSql(operatorDoor('tenant'));
    this.addSql(SIGNAL_PARTITIONS);
  }
}

const TENANT_TABLES = [
  'signing_secret',
  'api_token',
  'audit_entry',
  'signal_map',
  'catalog_version',
  'course',
  'site',
  'worker',
  'worker_group',
  'worker_group_member',
  'need',
  'need_person',
  'signal',
];

const TENANCY = `
  create table tenant (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$'),
    name text not null,
    plan text not null default 'free',
    status text not null default 'active' check (status in ('active', 'suspended')),
    rate_limit integer check (rate_limit > 0),
    created_at timestamptz not null default now()
  );
  create table signing_secret (
    tenant_id uuid not null,
    id uuid not null,
    sealed bytea not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    primary key (tenant_id, id)
  );
  create table api_token (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    role text not null check (role in ('viewer', 'author', 'admin')),
    hash bytea not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, hash)
  );
  create table audit_entry (
    tenant_id uuid not null,
    id uuid not null,
    actor text not null,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    before jsonb,
    after jsonb,
    primary key (tenant_id, id)
  );
  create index audit_entry_subject on audit_entry (tenant_id, subject_kind, subject_id, id);
  create table signal_map (
    tenant_id uuid primary key,
    map jsonb not null default '{}',
    auto_author boolean not null default false,
    auto_author_threshold integer not null default 3 check (auto_author_threshold between 1 and 1000),
    version integer not null default 1,
    updated_at timestamptz not null default now()
  );`;

const CATALOG = `
  create table catalog_version (
    tenant_id uuid primary key,
    version bigint not null default 1
  );
  create table course (
    tenant_id uuid not null,
    id uuid not null,
    title text not null,
    topics text[] not null default '{}',
    category text,
    summary text,
    content text,
    status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id)
  );
  create index course_by_status on course (tenant_id, status, id);`;

const DIRECTORY = `
  create table site (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    name_key text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, name_key)
  );
  create table worker (
    tenant_id uuid not null,
    id uuid not null,
    external_worker_id text,
    email text,
    learner_id text,
    name text not null,
    site_id uuid,
    role text,
    active boolean not null default true,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, external_worker_id),
    unique (tenant_id, email),
    unique (tenant_id, learner_id),
    check (coalesce(external_worker_id, email, learner_id) is not null)
  );
  create index worker_by_site on worker (tenant_id, site_id, id);
  create table worker_group (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    name_key text not null,
    primary key (tenant_id, id),
    unique (tenant_id, name_key)
  );
  create table worker_group_member (
    tenant_id uuid not null,
    worker_id uuid not null,
    group_id uuid not null,
    primary key (tenant_id, worker_id, group_id)
  );
  create index worker_group_member_by_group on worker_group_member (tenant_id, group_id, worker_id);`;

/**
 * `unresolved_since` makes the needs themselves the outbox: it is set in the statement that records a signal and
 * cleared by the resolution, so nothing is lost when the queue is. No foreign keys on the hot tables: they cost a third
 * of a batched write, and the recording statement checks what it must by itself.
 */
const NEEDS = `
  create table need (
    tenant_id uuid not null,
    id uuid not null,
    dedupe_key text not null check (length(dedupe_key) <= 255),
    status text not null default 'open'
      check (status in ('open', 'offered', 'in_progress', 'authoring', 'snoozed', 'completed', 'dismissed', 'resolved')),
    closed_at timestamptz,
    type text not null,
    topic text,
    category text,
    severity smallint not null check (severity between 1 and 4),
    audience_kind text not null check (audience_kind in ('worker', 'cohort')),
    external_worker_id text,
    email text,
    learner_id text,
    site text,
    site_key text,
    worker_id uuid,
    people integer not null default 0,
    recommendation text not null default 'pending' check (recommendation in ('pending', 'course', 'author_one')),
    course_id uuid,
    score real,
    evidence jsonb,
    due_at timestamptz,
    signal_count integer not null default 1,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    unresolved_since timestamptz,
    resolved_at timestamptz,
    resolution_attempts smallint not null default 0,
    resolution_error text,
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((closed_at is not null) = (status in ('completed', 'dismissed', 'resolved')))
  ) with (fillfactor = 80);
  create unique index need_open_key on need (tenant_id, dedupe_key) where closed_at is null;
  create index need_inbox on need (tenant_id, severity desc, id desc);
  create index need_unresolved on need (tenant_id, unresolved_since) where unresolved_since is not null;
  create index need_unknown_external_worker_id on need (tenant_id, external_worker_id)
    where closed_at is null and resolved_at is not null and worker_id is null and external_worker_id is not null;
  create index need_unknown_email on need (tenant_id, email)
    where closed_at is null and resolved_at is not null and worker_id is null and email is not null;
  create index need_unknown_learner_id on need (tenant_id, learner_id)
    where closed_at is null and resolved_at is not null and worker_id is null and learner_id is not null;
  create index need_cohort_site on need (tenant_id, site_key)
    where closed_at is null and audience_kind = 'cohort';
  create table need_person (
    tenant_id uuid not null,
    need_id uuid not null,
    worker_id uuid not null,
    primary key (tenant_id, need_id, worker_id)
  );
  create index need_person_by_worker on need_person (tenant_id, worker_id, need_id);`;

const SIGNALS = `
  create table signal (
    tenant_id uuid not null,
    id uuid not null,
    need_id uuid not null,
    type text not null,
    dedupe_key text not null,
    deduped boolean not null,
    raw jsonb not null,
    primary key (tenant_id, id)
  ) partition by range (id);
  create index signal_by_need on signal (tenant_id, need_id, id);`;

/**
 * A UUIDv7 starts with its time in milliseconds (RFC 9562, section 5.7), so a range of ids is a range of time and
 * retention drops whole partitions. The application's role owns nothing: this function, run as the owner, is its only
 * way to add the partitions of the coming months.
 */
const SIGNAL_PARTITIONS = `
  create function uuid_floor(at timestamptz) returns uuid language sql immutable
    return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
  create function ensure_signal_partitions(months integer) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    month timestamptz := date_trunc('month', now(), 'UTC');
    name text;
  begin
    for ahead in 0..months loop
      name := 'signal_' || to_char(month at time zone 'UTC', 'YYYY_MM');
      if to_regclass(name) is null then
        execute format('create table %I partition of signal for values from (%L) to (%L)',
          name, uuid_floor(month), uuid_floor(month + interval '1 month'));
        execute format($wall$${tenantWall('%1$I')}$wall$, name);
      end if;
      month := month + interval '1 month';
    end loop;
  end $$;
  create table signal_default partition of signal default;
  ${tenantWall('signal_default')}
  select ensure_signal_partitions(2);`;
