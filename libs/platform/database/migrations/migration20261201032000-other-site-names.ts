import { Migration } from '@mikro-orm/migrations';

/**
 * Needs whose signal names their site otherwise than the directory does: by an alias, or in other white space. A text
 * search finds the sites of all others by their keys (libs/needs/inbox/page/text-search.ts). Few needs are in the index.
 */
export class Migration20261201032000OtherSiteNames extends Migration {
  override up(): void {
    this.addSql(`
      create index need_by_other_site_name on need (tenant_id, severity, id)
        where (resolved_at is not null or closed_at is not null) and site is not null
          and site_key is distinct from lower(site collate "pg_c_utf8") collate "default";`);
  }
}
