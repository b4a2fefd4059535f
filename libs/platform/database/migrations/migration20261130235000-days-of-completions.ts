import { Migration } from '@mikro-orm/migrations';

/**
 * The day on which a source system says that a training was completed; null: it names a time, or nothing. The same day
 * is known by it after a change of the time zone. Days were stored as their last millisecond only. Row level security
 * is forced on the owner, too.
 */
export class Migration20261130235000DaysOfCompletions extends Migration {
  override up(): void {
    this.addSql(`
      alter table completion add column completed_on date;
      alter table completion no force row level security;
      select set_config('app.operator', 'on', true);
      update completion set completed_on = (completed_at at time zone time_zone)::date from tenant
      where tenant.id = completion.tenant_id
        and completed_at = end_of_day((completed_at at time zone time_zone)::date, time_zone) - interval '1 millisecond';
      select set_config('app.operator', '', true);
      alter table completion force row level security;`);
  }
}
