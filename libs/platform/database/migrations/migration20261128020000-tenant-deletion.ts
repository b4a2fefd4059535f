import { Migration } from '@mikro-orm/migrations';

/** When a tenant is deleted with all its data, and the status to which it returns if that is undone. */
export class Migration20261128020000TenantDeletion extends Migration {
  override up(): void {
    this.addSql(`alter table tenant add column deletion_at timestamptz, add column status_before_deletion text;`);
  }
}
