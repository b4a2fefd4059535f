import { Migration } from '@mikro-orm/migrations';

/**
 * What a need keeps of its signals, besides the latest topic and category:
 *
 * - `content`: the topic, audience, dates and references of the latest signal (`libs/signals/record/content.ts`).
 * - `earlier_types`: the types with which it was reported before the latest one, at most twenty.
 * - `answered_as`: a source has sent again what the completed need with this id was about. The statement that records a
 *   signal stores such a need as completed; the job that resolves needs checks whether the completion still counts.
 *
 * `warnings` of a signal: fields that look like slips of known ones.
 */
export class Migration20261127183000ReportedContent extends Migration {
  override up(): void {
    for (const sql of [COLUMNS, ROWS, TYPES]) this.addSql(sql);
  }
}

const COLUMNS = `
  alter table need add column content text, add column earlier_types text[], add column answered_as uuid;
  alter table signal add column warnings jsonb;
  create index need_answered on need (tenant_id, dedupe_key, content) where status = 'completed' and answered_as is null and content is not null;
  create index need_with_types on need (tenant_id, severity, id) where (resolved_at is not null or closed_at is not null) and earlier_types is not null;`;

/** The rows of the recording statements with the new columns. The types without them serve the release before. */
const ROWS = `
  create type reported_need as (tenant_id uuid, id uuid, dedupe_key text, type text, earlier_types text, topic text, category text, severity smallint,
    external_worker_id text, email text, learner_id text, site text, site_key text, content text, signal_count integer, seen_at timestamptz);
  create type reported_signal as (tenant_id uuid, dedupe_key text, id uuid, type text, raw text, retention_months smallint, warnings text, opens uuid);
  create type reported_close as (tenant_id uuid, dedupe_key text, id uuid, type text, raw text, retention_months smallint, warnings text, first boolean);
  create type reported_completion as (tenant_id uuid, dedupe_key text, id uuid, type text, raw text, retention_months smallint, warnings text,
    external_worker_id text, email text, learner_id text, topic text, courses text, completed_at timestamptz);`;

/** The distinct types of two lists and a single one, without the latest; null: there is none. */
const TYPES = `
  create function other_types(latest text, known text[], before text, incoming text[]) returns text[] language sql immutable as $$
    select array_agg(type) from (
      select distinct type from unnest(known || before || incoming) as given (type) where type <> latest limit 20
    ) as others
  $$;
  create function types_of(list text) returns text[] language sql immutable strict as $$
    select array_agg(type) from jsonb_array_elements_text(list::jsonb) as listed (type)
  $$;`;
