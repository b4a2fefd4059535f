import { Migration } from '@mikro-orm/migrations';

/**
 * What the inbox shows and is asked for:
 *
 * - `topic_key`: the topic in lower case, for a filter that ignores case. PostgreSQL uses no index on an expression for
 *   a table with row level security, unless its functions are leakproof; hence a column.
 * - `need_in_inbox`: the needs that are open and not snoozed, which a list without a filter has.
 * - The job matches needs that were closed before they were matched. It matches all open needs that are not offered
 *   once more, and stores the date in their signals as the due date.
 */
export class Migration20261127215500InboxFilters extends Migration {
  override up(): void {
    for (const sql of [COLUMNS, INDEXES, RESOLVE_AGAIN]) this.addSql(sql);
  }
}

const COLUMNS = `
  alter table need add column topic_key text generated always as (lower(topic collate "pg_c_utf8")) stored;`;

const INDEXES = `
  create index need_in_inbox on need (tenant_id, severity, id) where resolved_at is not null and closed_at is null and status <> 'snoozed';
  create index need_by_topic_key on need (tenant_id, topic_key, status, recommendation, severity, id, type)
    where (resolved_at is not null or closed_at is not null) and topic_key is not null;
  create index need_person_answered on need_person (tenant_id, need_id) where answered_at is not null;`;

/** Row level security is forced on the owner too. */
const RESOLVE_AGAIN = `
  alter table need no force row level security;
  update need set unresolved_since = now() where unresolved_since is null and set_aside_at is null
    and (recommendation = 'pending' or (status in ('open', 'snoozed') and due_at is null));
  alter table need force row level security;`;
