import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** What an identity provider says of workers and groups that is nobody else's business: its own names for them. */
export class Migration20261125130000Scim extends Migration {
  override up(): void {
    this.addSql(USERS);
    for (const table of ['scim_user', 'scim_group']) this.addSql(tenantWall(table));
  }
}

/**
 * `told`: the user as it was last told, but for what is stored of the worker. `deleted_at`: its provider has deleted
 * it, and sees it no more.
 */
const USERS = `
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
  create table scim_group (
    tenant_id uuid not null,
    group_id uuid not null,
    external_id text,
    primary key (tenant_id, group_id)
  );
  create index scim_group_external_id on scim_group (tenant_id, external_id) where external_id is not null;`;
