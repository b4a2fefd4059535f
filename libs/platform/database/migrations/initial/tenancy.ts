import { operatorDoor, tenantWall } from '../row-level-security.js';
import { DEFAULT_RETENTION_MONTHS, RETENTION_MONTHS } from './retention-months.js';

/**
 * The register of tenants. `signal_retention_changed_at`: when the retention changed, while stored signals still have to
 * move to their new class; null once all have moved.
 */
const TENANT = `
  create table tenant (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$'),
    name text not null,
    plan text not null default 'free',
    status text not null default 'active' check (status in ('active', 'suspended')),
    rate_limit integer check (rate_limit > 0),
    signal_retention_months smallint not null default ${DEFAULT_RETENTION_MONTHS}
      check (signal_retention_months in (${RETENTION_MONTHS.join(', ')})),
    signal_retention_changed_at timestamptz,
    created_at timestamptz not null default now()
  );
  ${tenantWall('tenant', 'id')}
  ${operatorDoor('tenant')}`;

const SECRETS_AND_TOKENS = `
  create table signing_secret (
    tenant_id uuid not null,
    id uuid not null,
    sealed bytea not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz,
    primary key (tenant_id, id)
  );
  ${tenantWall('signing_secret')}
  create table api_token (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    role text not null check (role in ('viewer', 'author', 'admin')),
    hash bytea not null,
    created_by text,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, hash)
  );
  ${tenantWall('api_token')}`;

/**
 * The `Idempotency-Key`s of changing calls, each of one user or token (`caller`), and their answers. `claim` names the
 * request that holds the key until `claimed_until`; `applied`: that request has committed a change. The answer is
 * stored once `status` is set.
 */
const IDEMPOTENCY = `
  create table idempotency_key (
    tenant_id uuid not null,
    caller uuid not null,
    key text not null check (length(key) between 1 and 255),
    claim uuid not null,
    claimed_until timestamptz not null,
    applied boolean not null default false,
    status smallint,
    fingerprint bytea,
    answer bytea,
    expires_at timestamptz not null,
    primary key (tenant_id, caller, key),
    check (num_nonnulls(status, fingerprint, answer) in (0, 3))
  );
  create index idempotency_key_by_expiry on idempotency_key (tenant_id, expires_at);
  ${tenantWall('idempotency_key')}`;

/**
 * The audit log, with an index for each of its filters. Every entry is sent to every process when it commits
 * (`database/change-notices.ts`), except those of source systems: transactions that notify commit one after another,
 * and recording must not wait for that. The workers publish a recorded change when they resolve it.
 */
const AUDIT = `
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
  create index audit_entry_by_subject on audit_entry (tenant_id, subject_id, id);
  create index audit_entry_by_kind on audit_entry (tenant_id, subject_kind, id);
  create index audit_entry_by_actor on audit_entry (tenant_id, actor, id);
  create index audit_entry_by_action on audit_entry (tenant_id, action, id);
  ${tenantWall('audit_entry')}
  create function tell_changed() returns trigger language plpgsql as $$
  begin
    perform pg_notify('changed', new.tenant_id || ' ' || new.subject_kind || ' ' || split_part(new.action, '.', 2) || ' ' || left(new.subject_id, 255));
    return null;
  end $$;
  create trigger audit_entry_changed after insert on audit_entry for each row when (new.actor <> 'source') execute function tell_changed();`;

export const TENANCY = [TENANT, SECRETS_AND_TOKENS, IDEMPOTENCY, AUDIT].join('\n');
