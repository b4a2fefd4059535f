import { Migration } from '@mikro-orm/migrations';

/** Who changed a signal map last. */
export class Migration20261128062000SignalMapActor extends Migration {
  override up(): void {
    this.addSql('alter table signal_map add column changed_by text;');
  }
}
