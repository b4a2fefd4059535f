import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/**
 * What workers hold, and how far they have come.
 *
 * A credential is told apart by what it is and when it expires, so that the same one sent again is one row, and one
 * that expires later supersedes it: of each name a worker holds one that counts. `superseded_at` null: this one.
 * Without an expiry it is valid for ever. Lists show the next to expire first, those that count apart from the others.
 */
export class Migration20261125050100CredentialsAndOnboarding extends Migration {
  override up(): void {
    this.addSql(CREDENTIALS);
    this.addSql(tenantWall('credential'));
    this.addSql(ONBOARDING);
    this.addSql(tenantWall('onboarding_step'));
  }
}

const CREDENTIALS = `
  create table credential (
    tenant_id uuid not null,
    id uuid not null,
    worker_id uuid not null,
    name text not null,
    name_key text not null,
    expires_at timestamptz,
    superseded_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, worker_id, name_key, expires_at)
  );
  create unique index credential_that_counts on credential (tenant_id, worker_id, name_key) where superseded_at is null;
  create index credential_by_expiry on credential (tenant_id, (coalesce(expires_at, '9999-12-31T23:59:59.999Z'::timestamptz)), id) where superseded_at is null;
  create index credential_superseded_by_expiry on credential (tenant_id, (coalesce(expires_at, '9999-12-31T23:59:59.999Z'::timestamptz)), id) where superseded_at is not null;
  create index credential_by_name on credential (tenant_id, name_key, (coalesce(expires_at, '9999-12-31T23:59:59.999Z'::timestamptz)), id) where superseded_at is null;`;

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
  create index onboarding_step_by_step on onboarding_step (tenant_id, step_key, id);`;
