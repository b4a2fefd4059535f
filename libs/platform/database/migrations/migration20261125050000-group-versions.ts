import { Migration } from '@mikro-orm/migrations';

/** Groups are edited like sites: each has a version, for `If-Match`, and says since when it is there. */
export class Migration20261125050000GroupVersions extends Migration {
  override up(): void {
    this.addSql(`
      alter table worker_group
        add column version integer not null default 1,
        add column created_at timestamptz not null default now();`);
  }
}
