import { tenantWall } from '../row-level-security.js';

/**
 * `worker_by_site` is partial, so that PostgreSQL uses it only for a condition on the site. PostgreSQL 18 skips over
 * leading columns: for a look-up by id, it would use a full index, and go through all sites for each worker.
 */
const PEOPLE = `
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
  ${tenantWall('site')}
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
  create index worker_by_site on worker (tenant_id, site_id, id) where site_id is not null;
  create index worker_active on worker (tenant_id, id) where active;
  create index worker_inactive on worker (tenant_id, id) where not active;
  ${tenantWall('worker')}
  create table worker_group (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    name_key text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, name_key)
  );
  ${tenantWall('worker_group')}
  create table worker_group_member (
    tenant_id uuid not null,
    worker_id uuid not null,
    group_id uuid not null,
    primary key (tenant_id, worker_id, group_id)
  );
  create index worker_group_member_by_group on worker_group_member (tenant_id, group_id, worker_id);
  ${tenantWall('worker_group_member')}`;

/**
 * A credential is identified by its name and its expiry, so the same one sent twice is one row. One that expires later
 * supersedes the earlier ones: of each name a worker holds one that counts, which has no `superseded_at`. A credential
 * without an expiry is valid for ever. Lists show the next to expire first, with those that never expire behind them
 * (`expiry_key`).
 */
const CREDENTIALS = `
  create table credential (
    tenant_id uuid not null,
    id uuid not null,
    worker_id uuid not null,
    name text not null,
    name_key text not null,
    expires_at timestamptz,
    expiry_key timestamptz not null generated always as (coalesce(expires_at, '9999-12-31T23:59:59.999Z'::timestamptz)) stored,
    superseded_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, worker_id, name_key, expires_at)
  );
  create unique index credential_that_counts on credential (tenant_id, worker_id, name_key) where superseded_at is null;
  create index credential_by_expiry on credential (tenant_id, expiry_key, id) where superseded_at is null;
  create index credential_by_name on credential (tenant_id, name_key, expiry_key, id) where superseded_at is null;
  create index credential_superseded_by_expiry on credential (tenant_id, expiry_key, id) where superseded_at is not null;
  create index credential_superseded_by_name on credential (tenant_id, name_key, expiry_key, id) where superseded_at is not null;
  ${tenantWall('credential')}`;

const ONBOARDING = `
  create table onboarding_step (
    tenant_id uuid not null,
    id uuid not null,
    worker_id uuid not null,
    step text not null,
    step_key text not null,
    done_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, worker_id, step_key)
  );
  create index onboarding_step_to_do on onboarding_step (tenant_id, id) where done_at is null;
  create index onboarding_step_done on onboarding_step (tenant_id, id) where done_at is not null;
  create index onboarding_step_by_step on onboarding_step (tenant_id, step_key, id);
  ${tenantWall('onboarding_step')}`;

/**
 * What an identity provider alone knows of workers and groups: its own names for them. `told`: the user as the provider
 * last sent it, without what the worker's row stores. `deleted_at`: the provider has deleted the user and no longer sees
 * it.
 */
const SCIM = `
  create table scim_user (
    tenant_id uuid not null,
    worker_id uuid not null,
    user_name text not null,
    user_name_key text not null,
    external_id text,
    told jsonb not null,
    deleted_at timestamptz,
    primary key (tenant_id, worker_id)
  );
  create unique index scim_user_name on scim_user (tenant_id, user_name_key) where deleted_at is null;
  create index scim_user_external_id on scim_user (tenant_id, external_id) where external_id is not null;
  create index scim_user_deleted on scim_user (tenant_id, worker_id) where deleted_at is not null;
  ${tenantWall('scim_user')}
  create table scim_group (
    tenant_id uuid not null,
    group_id uuid not null,
    external_id text,
    primary key (tenant_id, group_id)
  );
  create index scim_group_external_id on scim_group (tenant_id, external_id) where external_id is not null;
  ${tenantWall('scim_group')}`;

export const DIRECTORY = [PEOPLE, CREDENTIALS, ONBOARDING, SCIM].join('\n');
