-- Records a batch of signals: one row for each signal in `signal`, and one row for each open data point in `need`.
-- $1: the needs, one for each (tenant, dedupe key), sorted by them to avoid deadlocks.
-- $2: the signals, each with the tenant and key of its need; the first signal of a need has the id of the need if it is created.
-- Returns one row for each need, unordered: the id with which it was created or reopened. If that is the id in a signal, this batch opened the need.
-- A dismissed need keeps its key, so that signals join it without reopening it. After its quiet time, the next signal reopens it.
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
    -- A joining signal with new information about an undecided need has it resolved again; one without costs no second write.
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
