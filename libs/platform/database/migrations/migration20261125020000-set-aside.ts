import { Migration } from '@mikro-orm/migrations';

/**
 * A need whose resolution keeps failing is set aside. It is then no longer unresolved (`unresolved_since` is null), so
 * that the sweep and the jobs do not even read it; the index lists what failed, newest first, and holds nothing else.
 */
export class Migration20261125020000SetAside extends Migration {
  override up(): void {
    this.addSql(`
      alter table need add column resolution_failed_at timestamptz, add column set_aside_at timestamptz;
      update need set resolution_failed_at = date_trunc('milliseconds', now()) where resolution_error is not null;
      create index need_failed on need (tenant_id, resolution_failed_at, id) where resolution_error is not null and closed_at is null;`);
  }
}
