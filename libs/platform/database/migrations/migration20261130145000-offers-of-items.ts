import { Migration } from '@mikro-orm/migrations';

/**
 * The items of all offers, not only of large ones, have `course_id`, `due_on` and `due_at` from now on. The index finds
 * the offers of a need that are not undone.
 */
export class Migration20261130145000OffersOfItems extends Migration {
  override up(): void {
    this.addSql(`
      create index operation_item_offering on operation_item (tenant_id, need_id, operation_id)
        where status = 'done' and course_id is not null`);
  }
}
