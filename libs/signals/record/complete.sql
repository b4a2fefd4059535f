-- Stores signals that report completions ($1). A worker process applies them: see `completion_signal`.
with completion as (
  select * from unnest($1::reported_completion[])
), recorded as (
  insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw, warnings)
  select tenant_id, id, retention_months, null, type, dedupe_key, 'completion', raw::jsonb, warnings::jsonb
  from completion
)
insert into completion_signal (tenant_id, id, external_worker_id, email, learner_id, topic, courses, completed_at)
select tenant_id, id, external_worker_id, email, learner_id, topic, courses::jsonb, completed_at from completion
