import { Migration } from '@mikro-orm/migrations';

/**
 * When a worker process last began to recount the readiness of the tenant; null: never. `recounted_at` is when the last
 * recount began that was completed.
 */
export class Migration20261201221500RecountBeganAt extends Migration {
  override up(): void {
    this.addSql('alter table tenant add column recount_began_at timestamptz');
    this.addSql('update tenant set recount_began_at = recounted_at');
  }
}
