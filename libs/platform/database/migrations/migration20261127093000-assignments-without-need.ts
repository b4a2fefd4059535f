import { Migration } from '@mikro-orm/migrations';

/**
 * Assignments without a need, and operations that offer what people lack. `reached_to`: the last person that an
 * operation on people has processed, where it continues after a crash.
 */
export class Migration20261127093000AssignmentsWithoutNeed extends Migration {
  override up(): void {
    this.addSql('alter table assignment alter column need_id drop not null');
    this.addSql(`
      alter table operation add column reached_to uuid, drop constraint operation_kind_check,
        add constraint operation_kind_check check (kind in ('offer', 'dismiss', 'snooze', 'offer_missing'))`);
  }
}
