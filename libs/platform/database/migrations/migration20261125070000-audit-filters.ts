import { Migration } from '@mikro-orm/migrations';

/** An index for every filter of the audit log, in its order. A thing is found by its id alone, which is of one kind. */
export class Migration20261125070000AuditFilters extends Migration {
  override up(): void {
    this.addSql(`
      drop index audit_entry_subject;
      create index audit_entry_by_subject on audit_entry (tenant_id, subject_id, id);
      create index audit_entry_by_kind on audit_entry (tenant_id, subject_kind, id);
      create index audit_entry_by_actor on audit_entry (tenant_id, actor, id);
      create index audit_entry_by_action on audit_entry (tenant_id, action, id);`);
  }
}
