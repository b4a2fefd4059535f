import { Migration } from '@mikro-orm/migrations';

/**
 * Who has ended a draft, as long as needs that waited for it are to be reopened. Thousands may have waited, and are
 * reopened in steps: in one transaction, their sources would wait until the last one is.
 */
export class Migration20261201154200EndedDrafts extends Migration {
  override up(): void {
    this.addSql('alter table draft add column ended_by text');
    this.addSql('create index draft_ended on draft (tenant_id) where ended_by is not null');
  }
}
