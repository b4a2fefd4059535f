import { Migration } from '@mikro-orm/migrations';

/** Operations that assign a course to people without a need. */
export class Migration20261127122500AssignOperations extends Migration {
  override up(): void {
    this.addSql(`
      alter table operation drop constraint operation_kind_check,
        add constraint operation_kind_check check (kind in ('offer', 'dismiss', 'snooze', 'offer_missing', 'assign'))`);
  }
}
