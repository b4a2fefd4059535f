-- Keeps signals that tell of completions, one element of each array a signal. What they answer is closed by a worker: see `completion_signal`.
with told as (
  select * from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::timestamptz[])
    as told (tenant_id, id, retention_months, type, dedupe_key, raw, external_worker_id, email, learner_id, topic, courses, completed_at)
), recorded as (
  insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw)
  select tenant_id, id, retention_months, null, type, dedupe_key, 'completion', raw::jsonb from told
)
insert into completion_signal (tenant_id, id, external_worker_id, email, learner_id, topic, courses, completed_at)
select tenant_id, id, external_worker_id, email, learner_id, topic, courses::jsonb, completed_at from told
