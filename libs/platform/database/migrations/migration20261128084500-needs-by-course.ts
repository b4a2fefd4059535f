import { Migration } from '@mikro-orm/migrations';

/** Index of what the inbox shows for a recommended course. Needs without one, as all are at first, are not in it. */
export class Migration20261128084500NeedsByCourse extends Migration {
  override up(): void {
    this.addSql(`create index need_by_course on need (tenant_id, course_id, status, recommendation, severity, id)
      where (resolved_at is not null or closed_at is not null) and course_id is not null`);
  }
}
