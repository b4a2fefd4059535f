-- Records a batch of data points: one row a point in `signal`, one row an open data point in `need`.
-- $1..$14 are the needs, one element a (tenant, dedupe key), sorted by them against deadlocks;
-- $15..$20 are the signals, each naming its need by position in the first set.
-- Answers one row a need, in no order: its position, and whether this batch opened it.
-- A dismissed need keeps its key, so that points join it without opening it, until its quiet time is over: then the next one opens it again.
with incoming as (
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[],
    $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::integer[], $14::timestamptz[])
    with ordinality as incoming (tenant_id, id, dedupe_key, type, topic, category, severity,
      external_worker_id, email, learner_id, site, site_key, signal_count, seen_at, position)
), stored as (
  insert into need as known (tenant_id, id, dedupe_key, type, topic, category, severity, audience_kind,
    external_worker_id, email, learner_id, site, site_key, signal_count, first_seen_at, last_seen_at, unresolved_since)
  select tenant_id, id, dedupe_key, type, topic, category, severity,
    case when coalesce(external_worker_id, email, learner_id) is null then 'cohort' else 'worker' end,
    external_worker_id, email, learner_id, site, site_key, signal_count, seen_at, seen_at, seen_at
  from incoming
  on conflict (tenant_id, dedupe_key) where closed_at is null or quiet_until is not null do update set
    severity = greatest(known.severity, excluded.severity),
    topic = case when known.status = 'open' then coalesce(excluded.topic, known.topic) else known.topic end,
    category = case when known.status = 'open' then coalesce(excluded.category, known.category) else known.category end,
    signal_count = known.signal_count + excluded.signal_count,
    last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
    version = known.version + (excluded.severity > known.severity or coalesce(known.quiet_until <= excluded.first_seen_at, false))::integer,
    -- A joining point that says something new about an undecided need has it matched again; one that repeats costs nothing more.
    unresolved_since = case
      when known.quiet_until <= excluded.first_seen_at then excluded.last_seen_at
      when known.closed_at is null and excluded.severity > known.severity
        or (known.status = 'open' and (known.topic, known.category)
            is distinct from (coalesce(excluded.topic, known.topic), coalesce(excluded.category, known.category)))
      then least(known.unresolved_since, excluded.last_seen_at)
      else known.unresolved_since end,
    status = case when known.quiet_until <= excluded.first_seen_at then 'open' else known.status end,
    closed_at = case when known.quiet_until <= excluded.first_seen_at then null else known.closed_at end,
    reopened_as = case when known.quiet_until <= excluded.first_seen_at then excluded.id else known.reopened_as end,
    quiet_until = case when known.quiet_until <= excluded.first_seen_at then null else known.quiet_until end
  returning known.tenant_id, known.dedupe_key, known.id, known.reopened_as
), matched as (
  select incoming.position, stored.tenant_id, stored.id, stored.dedupe_key, incoming.type,
    coalesce(stored.reopened_as, stored.id) = incoming.id as created, stored.reopened_as = incoming.id as reopened
  from stored join incoming on incoming.tenant_id = stored.tenant_id and incoming.dedupe_key = stored.dedupe_key
), recorded as (
  insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw)
  select matched.tenant_id, point.id, point.retention_months, matched.id, point.type, matched.dedupe_key,
    case when matched.created and point.first then 'created' else 'joined' end, point.raw::jsonb
  from unnest($15::uuid[], $16::integer[], $17::text[], $18::boolean[], $19::text[], $20::smallint[])
      as point (id, position, type, first, raw, retention_months)
    join matched on matched.position = point.position
), told as (
  insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
  select tenant_id, uuid_next(), 'source', 'need.reopened', 'need', id::text, '{"status":"dismissed"}', '{"status":"open","reason":"recurred"}'
  from matched where reopened
)
select position, created from matched
