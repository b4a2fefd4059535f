import { Migration } from '@mikro-orm/migrations';

/**
 * Gaps: open needs with the same audience and the same topic (`libs/needs/gaps`).
 *
 * - `gap_key`: what they have in common. The job that resolves needs sets it; null: the worker or the topic is not known.
 * - `follows`: the need that leads the gap; null: this one leads, or is alone. `lead_severity`: the severity of that
 *   need, for the order of the inbox.
 * - `apart`: a person has taken the need out of its gap.
 *
 * Needs that are resolved already are resolved once more, which sets their keys.
 */
export class Migration20261127190000Gaps extends Migration {
  override up(): void {
    for (const sql of [COLUMNS, RESOLVE_AGAIN]) this.addSql(sql);
  }
}

const COLUMNS = `
  alter table need add column gap_key text, add column follows uuid, add column lead_severity smallint, add column apart boolean not null default false;
  create index need_gap on need (tenant_id, gap_key) where closed_at is null and gap_key is not null;
  create index need_followers on need (tenant_id, lead_severity, follows) where follows is not null;`;

/** Row level security is forced on the owner too. */
const RESOLVE_AGAIN = `
  alter table need no force row level security;
  update need set unresolved_since = now() where closed_at is null and unresolved_since is null and set_aside_at is null;
  alter table need force row level security;`;
