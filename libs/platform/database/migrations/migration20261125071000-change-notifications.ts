import { Migration } from '@mikro-orm/migrations';

/**
 * Every audited change is told to every process when it commits (`database/change-notices.ts`). What a source system did is
 * not: recording must not wait for the one lock that all notifying transactions commit under, and the workers tell of
 * it when they have resolved it.
 */
export class Migration20261125071000ChangeNotifications extends Migration {
  override up(): void {
    this.addSql(`
      create function tell_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('changed', new.tenant_id || ' ' || new.subject_kind || ' ' || split_part(new.action, '.', 2) || ' ' || left(new.subject_id, 255));
        return null;
      end $$;
      create trigger audit_entry_changed after insert on audit_entry for each row when (new.actor <> 'source') execute function tell_changed();`);
  }
}
