import { Migration } from '@mikro-orm/migrations';

/** The sweep of marked topics finds the tenants with due marks by an index. */
export class Migration20261128091500DueMarks extends Migration {
  override up(): void {
    this.addSql('create index authoring_mark_due on authoring_mark (tenant_id, due_at);');
  }
}
