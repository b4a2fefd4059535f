import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** Other names of sites. */
export class Migration20261128024000SiteAliases extends Migration {
  override up(): void {
    this.addSql(TABLE);
  }
}

const TABLE = `
  create table site_alias (
    tenant_id uuid not null,
    name_key text not null,
    name text not null,
    site_id uuid not null,
    primary key (tenant_id, name_key)
  );
  create index site_alias_of on site_alias (tenant_id, site_id);
  ${tenantWall('site_alias')}`;
