import { Migration } from '@mikro-orm/migrations';

/** How long a course takes, as its author or its package says. */
export class Migration20261127181500CourseMinutes extends Migration {
  override up(): void {
    this.addSql(
      `alter table course add column estimated_minutes smallint check (estimated_minutes between 1 and 10000);`,
    );
  }
}
