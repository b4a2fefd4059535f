import { tenantWall } from '../row-level-security.js';

/**
 * The users of a tenant's console, the links with which they set a password, their sessions, and their attempts to log
 * in. Attempts are counted before the tenant is known, so their rows belong to the nil tenant, which is in no tenant's
 * scope.
 */
const CONSOLE_USERS = `
  create table console_user (
    tenant_id uuid not null,
    id uuid not null,
    email text not null,
    name text not null,
    role text not null check (role in ('viewer', 'author', 'admin')),
    active boolean not null default true,
    password_hash text,
    last_login_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, email)
  );
  create index console_user_by_role on console_user (tenant_id, role, id);
  create index console_user_active on console_user (tenant_id, id) where active;
  create index console_user_inactive on console_user (tenant_id, id) where not active;
  ${tenantWall('console_user')}
  create table password_link (
    tenant_id uuid not null,
    user_id uuid not null,
    kind text not null check (kind in ('invitation', 'reset')),
    hash bytea not null,
    expires_at timestamptz not null,
    primary key (tenant_id, user_id),
    unique (tenant_id, hash)
  );
  ${tenantWall('password_link')}
  create table console_session (
    tenant_id uuid not null,
    id uuid not null,
    user_id uuid not null,
    hash bytea not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, hash)
  );
  create index console_session_by_user on console_session (tenant_id, user_id);
  ${tenantWall('console_session')}
  create table login_attempt (
    tenant_id uuid not null,
    key text not null,
    attempts integer not null,
    ends_at timestamptz not null,
    primary key (tenant_id, key)
  );
  create index login_attempt_by_end on login_attempt (tenant_id, ends_at);
  ${tenantWall('login_attempt')}`;

/** How the users of a tenant log in at an OpenID provider, and which of its subjects each of them is. */
const SINGLE_SIGN_ON = `
  create table oidc_settings (
    tenant_id uuid not null primary key,
    issuer text not null,
    client_id text not null,
    sealed_secret bytea not null,
    default_role text check (default_role in ('viewer', 'author', 'admin')),
    role_claim text,
    roles jsonb not null,
    email_domains jsonb not null,
    provision boolean not null,
    passwords_allowed boolean not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  );
  ${tenantWall('oidc_settings')}
  create table oidc_identity (
    tenant_id uuid not null,
    issuer text not null,
    subject text not null,
    user_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, issuer, subject),
    unique (tenant_id, user_id, issuer),
    foreign key (tenant_id, user_id) references console_user (tenant_id, id) on delete cascade
  );
  ${tenantWall('oidc_identity')}`;

export const USERS = [CONSOLE_USERS, SINGLE_SIGN_ON].join('\n');
