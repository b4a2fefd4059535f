-- Locks the needs of the data points $1 that are open, or could be opened again, in the order in which all that lock needs do.
select from unnest($1::closed_point[]) as point
  join need on need.tenant_id = point.tenant_id and need.dedupe_key = point.dedupe_key and (need.closed_at is null or need.quiet_until is not null)
order by need.tenant_id, need.dedupe_key collate "C"
for update of need
