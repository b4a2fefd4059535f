import { Migration } from '@mikro-orm/migrations';

/**
 * The time at which a source system says that a training was completed, if that is later than the arrival of its
 * signal, which is stored as `completed_at` instead. A repeated report is known by it.
 */
export class Migration20261201033000NamedCompletions extends Migration {
  override up(): void {
    this.addSql('alter table completion add column named_at timestamptz');
  }
}
