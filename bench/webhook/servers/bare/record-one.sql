-- One data point: the same rows and the same upsert as the engine's record.sql, for one request.
with stored as (
  insert into bench_bare.need as known (tenant_id, id, dedupe_key, type, topic, category, severity, audience_kind,
    external_worker_id, email, site, site_key, first_seen_at, last_seen_at, unresolved_since)
  values ($1, $2, $3, $4, $5, $6, $7, case when coalesce($8, $9) is null then 'cohort' else 'worker' end, $8, $9, $10,
      $11, $12, $12, $12)
  on conflict (tenant_id, dedupe_key) where closed_at is null do update set
    severity = greatest(known.severity, excluded.severity),
    topic = case when known.status = 'open' then coalesce(excluded.topic, known.topic) else known.topic end,
    category = case when known.status = 'open' then coalesce(excluded.category, known.category) else known.category end,
    signal_count = known.signal_count + 1,
    last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
    version = known.version + (excluded.severity > known.severity)::integer,
    unresolved_since = case when excluded.severity > known.severity then coalesce(known.unresolved_since,
      excluded.last_seen_at) else known.unresolved_since end
  returning known.id, known.id = $2 as created
), recorded as (
  insert into bench_bare.signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw)
  select $1, $13, 12, stored.id, $4, $3, case when stored.created then 'created' else 'joined' end, $14 from stored
)
select created from stored
