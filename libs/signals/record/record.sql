-- Records a batch of data points: one row a point in `signal`, one row an open data point in `need`.
-- $1 are the needs, one a (tenant, dedupe key), sorted by them against deadlocks;
-- $2 are the signals, each naming its need by tenant and key, and the first of a need the id under which it opens it.
-- Answers one row a need, in no order: the id under which it was opened, which one of the signals named where this batch opened it.
-- A dismissed need keeps its key, so that points join it without opening it, until its quiet time is over: then the next one opens it again.
with stored as (
  insert into need as known (tenant_id, id, dedupe_key, type, topic, category, severity, audience_kind,
    external_worker_id, email, learner_id, site, site_key, signal_count, first_seen_at, last_seen_at, unresolved_since)
  select tenant_id, id, dedupe_key, type, topic, category, severity,
    case when coalesce(external_worker_id, email, learner_id) is null then 'cohort' else 'worker' end,
    external_worker_id, email, learner_id, site, site_key, signal_count, seen_at, seen_at, seen_at
  from unnest($1::recorded_need[]) as incoming
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
  returning known.tenant_id, known.dedupe_key, known.id, known.reopened_as, coalesce(known.reopened_as, known.id) as opened_as
), recorded as (
  insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw)
  select stored.tenant_id, point.id, point.retention_months, stored.id, point.type, stored.dedupe_key,
    case when point.opens = stored.opened_as then 'created' else 'joined' end, point.raw::jsonb
  from unnest($2::recorded_signal[]) as point
    join stored on stored.tenant_id = point.tenant_id and stored.dedupe_key = point.dedupe_key
)
select opened_as,
  case when reopened_as is not null and reopened_as in (select opens from unnest($2::recorded_signal[])) then tell_reopened(tenant_id, id) end
from stored
