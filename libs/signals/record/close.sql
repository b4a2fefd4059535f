-- Closes open needs whose source reports that the condition is over, and stores the signals that report it.
-- $1: the data points, one for each (tenant, dedupe key), sorted by them to avoid deadlocks.
-- $2: the signals, each with the tenant and key of its data point, and whether it is the first one of that point.
-- Returns the position of each data point that had an open need.
-- A closed need becomes unresolved, because this statement publishes nothing: the job that resolves needs publishes it.
with incoming as (
  select * from unnest($1::closed_point[]) with ordinality as incoming (tenant_id, dedupe_key, seen_at, position)
), locked as materialized (
  select incoming.position, need.tenant_id, need.id, need.status, incoming.seen_at
  from incoming cross join lateral (
    -- OFFSET 0 forces an index lookup for each point, whatever number of needs PostgreSQL estimates.
    select * from need where need.tenant_id = incoming.tenant_id and need.dedupe_key = incoming.dedupe_key
      and need.closed_at is null offset 0
  ) as need
  for update of need
), closed as (
  update need set
    status = 'resolved', closed_at = now(), unresolved_since = now(), snoozed_until = null, snoozed_severity = null,
    follows = null, lead_severity = null, signal_count = need.signal_count + 1,
    last_seen_at = greatest(need.last_seen_at, locked.seen_at),
    version = need.version + 1
  from locked where need.tenant_id = locked.tenant_id and need.id = locked.id
  returning locked.position, need.tenant_id, need.dedupe_key, need.id, locked.status as status_before
), recorded as (
  insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw, warnings)
  select point.tenant_id, point.id, point.retention_months, case when point.first then closed.id end, point.type,
    point.dedupe_key,
    case when point.first and closed.id is not null then 'resolved' else 'nothing_open' end, point.raw::jsonb,
    point.warnings::jsonb
  from unnest($2::reported_close[]) as point
    left join closed on closed.tenant_id = point.tenant_id and closed.dedupe_key = point.dedupe_key
), audited as (
  insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
  select tenant_id, uuid_next(), 'source', 'need.resolved', 'need', id::text,
    jsonb_build_object('status', status_before), '{"status":"resolved","reason":"source"}'
  from closed
)
select position from closed
