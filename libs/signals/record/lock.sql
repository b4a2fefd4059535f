-- Locks the needs of the data points ($1) that are open or can be reopened, in the order of the points.
select from unnest($1::closed_point[]) as point cross join lateral (
  -- OFFSET 0: see `close.sql`.
  select * from need where need.tenant_id = point.tenant_id and need.dedupe_key = point.dedupe_key
    and (need.closed_at is null or need.quiet_until is not null) offset 0
) as need
for update of need
