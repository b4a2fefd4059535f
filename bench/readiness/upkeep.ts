import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Stage } from '../harness/stage/stage.js';

const POLL_MS = 20;

/** Waits until no mark is left, of one tenant or of all. @returns seconds */
export async function upkeepDone(owner: pg.Client, tenantId: string | null = null): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { rowCount } = await owner.query(
      'select from readiness_mark where $1::uuid is null or tenant_id = $1::uuid limit 1',
      [tenantId],
    );
    if (rowCount === 0) return (performance.now() - began) / 1_000;
    await sleep(POLL_MS);
  }
}

/** Marks everybody, as a change of the policy does; the sweep finds the marks. */
export async function markEverybody(owner: pg.Client, tenantIds: readonly string[]): Promise<void> {
  await owner.query('insert into readiness_mark (tenant_id) select unnest($1::uuid[])', [tenantIds]);
}

/** Makes the board older: what holds now has done so for two months. */
export async function ageBoard(owner: pg.Client): Promise<void> {
  for (const table of ['readiness_period', 'readiness_cause'])
    await owner.query(`update ${table} set valid_from = valid_from - interval '60 days' where valid_from <= now()`);
}

/**
 * The readiness of now by plain SQL, without future changes: from the facts into separate tables with the same indexes,
 * as the application's role with row level security. Only for the facts that the benchmark's seed has.
 * @returns seconds
 */
export async function recomputeBySql(stage: Stage, tenantId: string): Promise<number> {
  await stage.owner.query(TABLES);
  const app = new pg.Client({ connectionString: stage.databaseUrl });
  await app.connect();
  try {
    const began = performance.now();
    await app.query('begin');
    await app.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
    await app.query(CAUSES, [tenantId]);
    await app.query(PERIODS, [tenantId]);
    await app.query('commit');
    return (performance.now() - began) / 1_000;
  } finally {
    await app.end();
    await stage.owner.query('drop table bench_cause, bench_period');
  }
}

const TABLES = ['cause', 'period']
  .map(
    (name) => `
  create table bench_${name} (like readiness_${name} including all);
  alter table bench_${name} enable row level security;
  create policy tenant_wall on bench_${name} using (tenant_id = any (
    (select string_to_array(nullif(current_setting('app.tenant_id', true), ''), ',')::uuid[])::uuid[]));
  grant select, insert on bench_${name} to public;`,
  )
  .join('\n');

const CAUSES = `
  insert into bench_cause (tenant_id, worker_id, kind, ref_type, ref_id, valid_from, valid_to, gap, name, severity,
      since, due_at)
  select tenant_id, worker_id, case when expires_at <= now() then 'credential_expired' else 'credential_expiring' end,
    'credential', id,
    now(), 'infinity'::timestamptz, name_key, name, case when expires_at <= now() then 4 else 3 end, now(), expires_at
  from credential where tenant_id = $1 and superseded_at is null and expires_at < now() + interval '30 days'
  union all
  select tenant_id, worker_id, 'onboarding_open', 'onboarding_step', id, now(), 'infinity', step_key, step, 2,
    created_at, 'infinity'
  from onboarding_step where tenant_id = $1 and done_at is null
  union all
  select person.tenant_id, person.worker_id, 'need', 'need', need.id, now(), 'infinity', topic, topic, severity,
    first_seen_at, coalesce(due_at, 'infinity')
  from need_person person join need on need.tenant_id = person.tenant_id and need.id = person.need_id
  where person.tenant_id = $1 and answered_at is null and closed_at is null
  union all
  select worker.tenant_id, worker.id, 'training_missing', 'requirement', requirement.id, now(), 'infinity',
    course.title, course.title, requirement.severity, requirement.created_at, requirement.created_at
  from worker cross join requirement join course on course.tenant_id = requirement.tenant_id
    and course.id = requirement.course_id
  where worker.tenant_id = $1 and active and requirement.tenant_id = $1 and not exists (
    select from completion where tenant_id = $1 and worker_id = worker.id and completion.course_id = course.id)`;

const PERIODS = `
  insert into bench_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since, kinds, name,
    name_key, site_id, role, role_key)
  select worker.tenant_id, worker.id, now(), 'infinity', true, case when worst = 4 then 0
    when worst = 3 then 1 else 2 end, 4 - coalesce(worst, 0), coalesce(first, worker.created_at), coalesce(kinds, 0),
      name, lower(name), site_id, role, lower(role)
  from worker left join (
    select worker_id, max(severity) as worst, min(since) as first, bit_or(case kind when 'credential_expired' then 1
        when 'training_missing' then 4
      when 'need' then 16 when 'onboarding_open' then 32 else 64 end) as kinds
    from bench_cause where tenant_id = $1 group by worker_id
  ) as cause on worker_id = worker.id
  where worker.tenant_id = $1 and active`;
