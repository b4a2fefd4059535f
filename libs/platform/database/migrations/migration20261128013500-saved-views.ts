import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** Named queries of lists, of one member or shared; indexes for both ways in which a member finds them. */
export class Migration20261128013500SavedViews extends Migration {
  override up(): void {
    this.addSql(TABLE);
  }
}

const TABLE = `
  create table saved_view (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    name_key text not null,
    page text not null,
    query text not null,
    shared boolean not null,
    owner_id uuid not null,
    created_by text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, owner_id, page, name_key)
  );
  create index saved_view_shared on saved_view (tenant_id, name_key, id) where shared;
  ${tenantWall('saved_view')}`;
