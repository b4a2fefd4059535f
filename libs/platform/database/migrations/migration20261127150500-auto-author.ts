import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** Topics that a draft may start for by itself, and the needs whose draft waits for the plan's next month. */
export class Migration20261127150500AutoAuthor extends Migration {
  override up(): void {
    for (const sql of [MARKS, NEEDS, tenantWall('authoring_mark')]) this.addSql(sql);
  }
}

/**
 * `topic`: null for all topics of the tenant. `due_at`: in the future for a topic that waits for the plan's next month.
 * Inserted only: two transactions that mark the same topic do not wait for each other.
 */
const MARKS = `
  create table authoring_mark (
    tenant_id uuid not null,
    id uuid not null default uuid_next(),
    topic text,
    due_at timestamptz not null default now(),
    primary key (tenant_id, id)
  );
  create index draft_by_topic on draft (tenant_id, topic_key, id);`;

/** When the plan's limit resets that the draft of a need waits for. */
const NEEDS = `
  alter table need add column draft_blocked_until timestamptz;
  create index need_draft_blocked on need (tenant_id, id) where draft_blocked_until is not null;`;
