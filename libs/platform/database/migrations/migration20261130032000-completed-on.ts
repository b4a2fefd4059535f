import { Migration } from '@mikro-orm/migrations';

/** The day on which a source system says that a training was completed; null: it names a time, or nothing. */
export class Migration20261130032000CompletedOn extends Migration {
  override up(): void {
    this.addSql('alter table completion_signal add column completed_on date');
  }
}
