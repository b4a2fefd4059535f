import { Migration } from '@mikro-orm/migrations';

/** Undoing an operation snoozes a need until the day that was given: the beginning of it is in `snoozed_before`. */
export class Migration20261130005700SnoozedBeforeDays extends Migration {
  override up(): void {
    this.addSql('alter table operation_item add column snoozed_before_on date');
  }
}
