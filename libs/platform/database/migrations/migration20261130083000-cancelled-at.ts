import { Migration } from '@mikro-orm/migrations';

/** When an assignment was cancelled: until then, the board of a past day shows it as under way. */
export class Migration20261130083000CancelledAt extends Migration {
  override up(): void {
    this.addSql('alter table assignment add column cancelled_at timestamptz');
  }
}
