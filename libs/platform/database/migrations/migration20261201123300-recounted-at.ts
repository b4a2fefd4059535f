import { Migration } from '@mikro-orm/migrations';

/** When a worker process last began to recount the readiness of the tenant; null: never. */
export class Migration20261201123300RecountedAt extends Migration {
  override up(): void {
    this.addSql('alter table tenant add column recounted_at timestamptz');
  }
}
