import { Migration } from '@mikro-orm/migrations';

/**
 * `until` of a snooze or a dismissal that is given as a day stays a day: `until_on`. `snoozed_until` and `quiet_until`
 * hold its beginning in the tenant's time zone. While neither is set, `until_on` means nothing.
 */
export class Migration20261129234000UntilDays extends Migration {
  override up(): void {
    this.addSql('alter table need add column until_on date');
  }
}
