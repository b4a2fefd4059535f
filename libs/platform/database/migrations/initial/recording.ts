/**
 * The rows that the recording statements are sent: one array of rows instead of an array a column, which PostgreSQL
 * would have to join for each batch. The columns are those of `libs/signals/record`. A type does not change while a
 * release that sends it still runs: another shape is another type.
 */
const ROWS = `
  create type recorded_need as (tenant_id uuid, id uuid, dedupe_key text, type text, topic text, category text, severity smallint,
    external_worker_id text, email text, learner_id text, site text, site_key text, signal_count integer, seen_at timestamptz);
  create type recorded_signal as (tenant_id uuid, dedupe_key text, id uuid, type text, raw text, retention_months smallint, opens uuid);
  create type closed_point as (tenant_id uuid, dedupe_key text, seen_at timestamptz);
  create type closing_signal as (tenant_id uuid, dedupe_key text, id uuid, type text, raw text, retention_months smallint, first boolean);
  create type completing_signal as (tenant_id uuid, dedupe_key text, id uuid, type text, raw text, retention_months smallint,
    external_worker_id text, email text, learner_id text, topic text, courses text, completed_at timestamptz);`;

/**
 * Writes the audit entry of a need that a signal reopened. The recording statement calls it for such needs only. In the
 * statement itself, the audit table would be prepared for every batch, and written to in one of thousands.
 */
const REOPENED = `
  create function tell_reopened(tenant uuid, need uuid) returns void language sql volatile as $$
    insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
    values (tenant, uuid_next(), 'source', 'need.reopened', 'need', need::text, '{"status":"dismissed"}', '{"status":"open","reason":"recurred"}')
  $$;`;

export const RECORDING = [ROWS, REOPENED].join('\n');
