import { Migration } from '@mikro-orm/migrations';

/** Operations that have courses drafted for many needs. `operation_id`: the one that started a draft, which its undo cancels. */
export class Migration20261127152000AuthorOperations extends Migration {
  override up(): void {
    this.addSql(`
      alter table operation drop constraint operation_kind_check,
        add constraint operation_kind_check check (kind in ('offer', 'dismiss', 'snooze', 'author', 'offer_missing', 'assign'));
      alter table draft add column operation_id uuid;
      create index draft_of_operation on draft (tenant_id, operation_id, id) where operation_id is not null;`);
  }
}
