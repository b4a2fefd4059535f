import { Migration } from '@mikro-orm/migrations';

/**
 * The course that a need without a recommendation is closest to, and the one that a person rejected. Undecided needs
 * that no course answers are matched once more, which stores it.
 */
export class Migration20261127224200Suggestions extends Migration {
  override up(): void {
    for (const sql of [COLUMNS, RESOLVE_AGAIN]) this.addSql(sql);
  }
}

const COLUMNS = `
  alter table need add column suggested_course_id uuid, add column suggested_score real, add column suggested_evidence jsonb,
    add column rejected_course_id uuid;`;

/** Row level security is forced on the owner too. */
const RESOLVE_AGAIN = `
  alter table need no force row level security;
  update need set unresolved_since = now() where unresolved_since is null and set_aside_at is null
    and status = 'open' and recommendation = 'author_one';
  alter table need force row level security;`;
