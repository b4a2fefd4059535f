import { Migration } from '@mikro-orm/migrations';

/** `was`: the thing as it was, of an event after which it is no more. */
export class Migration20261125151000LastEvents extends Migration {
  override up(): void {
    this.addSql('alter table webhook_message add column was json;');
  }
}
