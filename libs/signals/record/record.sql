-- Records a batch of signals: one row for each signal in `signal`, and one row for each open data point in `need`.
-- $1: the needs, one for each (tenant, dedupe key), sorted by them to avoid deadlocks.
-- $2: the signals, each with the tenant and key of its need; the first signal of a need has the id of the need if it is
-- created.
-- Returns one row for each need, unordered: the id with which it was created or reopened. If that is the id in a
-- signal, this batch opened the need.
-- A point whose need was completed with the same content is stored as completed again: the job that resolves needs
-- checks whether the completion still counts.
-- A need is unresolved from now on, whatever the clock of the process that received its signal: its job must find it
-- before a completion that follows.
-- A dismissed need keeps its key, so that signals join it without reopening it. After its quiet time, the next signal
-- reopens it.
with stored as (
  insert into need as known (tenant_id, id, dedupe_key, type, earlier_types, topic, category, severity, audience_kind,
    external_worker_id, email, learner_id, site, site_key, content, signal_count, first_seen_at, last_seen_at,
    unresolved_since, status, closed_at, answered_as)
  select tenant_id, id, dedupe_key, type, types_of(earlier_types), topic, category, severity,
    case when coalesce(external_worker_id, email, learner_id) is null then 'cohort' else 'worker' end,
    external_worker_id, email, learner_id, site, site_key, content, signal_count, seen_at, seen_at,
    least(seen_at, now()),
    case when answered.by is null then 'open' else 'completed' end, case when answered.by is not null then seen_at end,
    answered.by
  from unnest($1::reported_need[]) as incoming left join lateral (
    select prior.id as by from need as prior
    where prior.tenant_id = incoming.tenant_id and prior.dedupe_key = incoming.dedupe_key
      and prior.content = incoming.content and prior.status = 'completed' and prior.answered_as is null
      and not exists (
        select from need as held where held.tenant_id = incoming.tenant_id and held.dedupe_key = incoming.dedupe_key
          and (held.closed_at is null or held.quiet_until is not null)
      )
    limit 1
  ) as answered on true
  on conflict (tenant_id, dedupe_key) where closed_at is null or quiet_until is not null do update set
    type = excluded.type,
    earlier_types = case when known.type = excluded.type and excluded.earlier_types is null then known.earlier_types
      else other_types(excluded.type, known.earlier_types, known.type, excluded.earlier_types) end,
    content = excluded.content,
    severity = greatest(known.severity, excluded.severity),
    -- A snooze decides nothing about the topic: the need returns with what its source says now.
    topic = case when known.status in ('open', 'snoozed') or known.quiet_until <= excluded.first_seen_at
      then coalesce(excluded.topic, known.topic) else known.topic end,
    category = case when known.status in ('open', 'snoozed') or known.quiet_until <= excluded.first_seen_at
      then coalesce(excluded.category, known.category) else known.category end,
    -- A signal can correct a worker or a site that the directory does not know: while the need reaches nobody, the keys
    -- of the latest signal count. One that names no worker cannot be meant to correct one.
    (audience_kind, external_worker_id, email, learner_id, site, site_key) = (
      select coalesce(latest.audience_kind, known.audience_kind),
        coalesce(latest.external_worker_id, known.external_worker_id), coalesce(latest.email, known.email),
        coalesce(latest.learner_id, known.learner_id), coalesce(latest.site, known.site),
        coalesce(latest.site_key, known.site_key)
      from (select) as always left join (select excluded.*) as latest on known.status in ('open', 'snoozed')
        and known.people = 0 and known.resolved_at is not null
        and known.audience_kind in (latest.audience_kind, 'cohort')
        and (known.content is distinct from latest.content or coalesce(known.external_worker_id, known.email,
          known.learner_id, known.site) <> coalesce(latest.external_worker_id, latest.email, latest.learner_id,
          latest.site))
    ),
    -- The worker of a reopened need is looked up again, as that of a new one: they may have left.
    worker_id = case when known.quiet_until <= excluded.first_seen_at then null else known.worker_id end,
    signal_count = known.signal_count + excluded.signal_count,
    last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
    -- A dismissed need stays as the person left it, whatever joins it: the dismissal can still be undone.
    version = known.version + (known.closed_at is null and excluded.severity > known.severity
        or coalesce(known.quiet_until <= excluded.first_seen_at, false))::integer,
    -- A joining signal with new information about an undecided need has it resolved again; one without costs no second
    -- write.
    unresolved_since = case
      when known.quiet_until <= excluded.first_seen_at then excluded.unresolved_since
      when known.closed_at is null and (excluded.severity > known.severity or excluded.type <> known.type)
        or (known.status in ('open', 'snoozed') and (known.topic, known.category)
            is distinct from (coalesce(excluded.topic, known.topic), coalesce(excluded.category, known.category)))
        -- The content may have another due date.
        or (known.status in ('open', 'snoozed', 'authoring') and excluded.content is distinct from known.content)
        or (known.people = 0 and coalesce(known.external_worker_id, known.email, known.learner_id, known.site)
            <> coalesce(excluded.external_worker_id, excluded.email, excluded.learner_id, excluded.site))
      then least(known.unresolved_since, excluded.unresolved_since)
      else known.unresolved_since end,
    status = case when known.quiet_until <= excluded.first_seen_at then 'open' else known.status end,
    closed_at = case when known.quiet_until <= excluded.first_seen_at then null else known.closed_at end,
    reopened_as = case when known.quiet_until <= excluded.first_seen_at then excluded.id else known.reopened_as end,
    quiet_until = case when known.quiet_until <= excluded.first_seen_at then null else known.quiet_until end
  returning known.tenant_id, known.dedupe_key, known.id, known.reopened_as,
    coalesce(known.reopened_as, known.id) as opened_as
), recorded as (
  insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw, warnings)
  select stored.tenant_id, point.id, point.retention_months, stored.id, point.type, stored.dedupe_key,
    case when point.opens = stored.opened_as then 'created' else 'joined' end, point.raw::jsonb, point.warnings::jsonb
  from unnest($2::reported_signal[]) as point
    join stored on stored.tenant_id = point.tenant_id and stored.dedupe_key = point.dedupe_key
)
select opened_as,
  case when reopened_as is not null and reopened_as in (select opens from unnest($2::reported_signal[]))
    then tell_reopened(tenant_id, id) end
from stored
