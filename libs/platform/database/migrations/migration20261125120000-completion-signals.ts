import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** Completions that source systems tell of. */
export class Migration20261125120000CompletionSignals extends Migration {
  override up(): void {
    for (const sql of [OUTCOME, COMPLETION_SIGNALS, COMPLETIONS]) this.addSql(sql);
    this.addSql(tenantWall('completion_signal'));
  }
}

/** Tables that became partitions keep a constraint of their own when their parent loses its. */
const OUTCOME = `
  alter table signal drop constraint signal_outcome_check;
  do $$
  declare
    part regclass;
  begin
    for part in select conrelid::regclass from pg_constraint where conname = 'signal_outcome_check' and coninhcount = 0 loop
      execute format('alter table %s drop constraint if exists signal_outcome_check', part);
    end loop;
  end $$;
  alter table signal add constraint signal_outcome_check check (outcome in ('created', 'joined', 'resolved', 'nothing_open', 'completion'));`;

/**
 * What the signals of the outcome `completion` tell, and how far each is; the row is the outbox, as
 * `need.unresolved_since` is for needs. One whose worker is unknown waits until the directory knows of it. `courses`:
 * names by which the course is to be found; `course_ids`: what was found.
 */
const COMPLETION_SIGNALS = `
  create table completion_signal (
    tenant_id uuid not null,
    id uuid not null,
    external_worker_id text,
    email text,
    learner_id text,
    topic text,
    courses jsonb not null,
    completed_at timestamptz not null,
    status text not null default 'waiting' check (status in ('waiting', 'applied', 'known', 'unknown_worker', 'no_worker', 'no_topic')),
    course_ids uuid[],
    primary key (tenant_id, id)
  );
  create index completion_signal_waiting on completion_signal (tenant_id, id) where status = 'waiting';
  create index completion_signal_external_worker_id on completion_signal (tenant_id, external_worker_id) where status = 'unknown_worker' and external_worker_id is not null;
  create index completion_signal_email on completion_signal (tenant_id, email) where status = 'unknown_worker' and email is not null;
  create index completion_signal_learner_id on completion_signal (tenant_id, learner_id) where status = 'unknown_worker' and learner_id is not null;`;

/**
 * A completion is told apart by who, what and when, so that the same one told again is one row. Without a course it is
 * of a topic that the library does not have.
 */
const COMPLETIONS = `
  alter table completion alter column course_id drop not null, add column topic text, add check (coalesce(course_id::text, topic) is not null);
  -- The owner, too, sees the rows only without FORCE.
  alter table completion no force row level security;
  delete from completion using completion first
  where first.tenant_id = completion.tenant_id and first.worker_id = completion.worker_id and first.course_id = completion.course_id
    and first.completed_at = completion.completed_at and first.id < completion.id;
  alter table completion force row level security;
  drop index completion_by_worker;
  create unique index completion_told on completion (tenant_id, worker_id, course_id, topic, completed_at) nulls not distinct;`;
