-- Stores signals that report completions ($1). A worker process applies them: see `completion_signal`.
-- A day counts to its end in the tenant's time zone.
with completion as (
  select report.*, least(completed_at, end_of_day(completed_on::date, time_zone) - interval '1 millisecond') as ended_at
  from unnest($1::completion_report[]) as report
    join (select id as tenant_id, time_zone from tenant) as tenant using (tenant_id)
), recorded as (
  insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw, warnings)
  select tenant_id, id, retention_months, null, type, dedupe_key, 'completion', raw::jsonb, warnings::jsonb
  from completion
)
insert into completion_signal (tenant_id, id, external_worker_id, email, learner_id, topic, courses, completed_on,
  completed_at)
select tenant_id, id, external_worker_id, email, learner_id, topic, courses::jsonb, completed_on::date, ended_at
from completion
