import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/**
 * The users of a tenant's console, the links by which they set a password, their sessions, and the tries to log in.
 * Those are counted before any tenant is known, so that their rows belong to the nil tenant, which nobody else's scope
 * contains.
 */
export class Migration20261125060000ConsoleUsers extends Migration {
  override up(): void {
    this.addSql(TABLES);
    for (const table of ['console_user', 'password_link', 'console_session', 'login_attempt'])
      this.addSql(tenantWall(table));
  }
}

const TABLES = `
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
  create table password_link (
    tenant_id uuid not null,
    user_id uuid not null,
    kind text not null check (kind in ('invitation', 'reset')),
    hash bytea not null,
    expires_at timestamptz not null,
    primary key (tenant_id, user_id),
    unique (tenant_id, hash)
  );
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
  create table login_attempt (
    tenant_id uuid not null,
    key text not null,
    attempts integer not null,
    ends_at timestamptz not null,
    primary key (tenant_id, key)
  );
  create index login_attempt_by_end on login_attempt (tenant_id, ends_at);`;
