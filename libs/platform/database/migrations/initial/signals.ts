import { tenantWall } from '../row-level-security.js';
import { RETENTION_MONTHS } from './retention-months.js';

const SIGNAL_MAP = `
  create table signal_map (
    tenant_id uuid primary key,
    map jsonb not null default '{}',
    auto_author boolean not null default false,
    auto_author_threshold integer not null default 3 check (auto_author_threshold between 1 and 1000),
    version integer not null default 1,
    updated_at timestamptz not null default now()
  );
  ${tenantWall('signal_map')}`;

/**
 * `outcome`: what the signal did. It created its need or joined an open one; it resolved an open need, or found none
 * (`nothing_open`), and then has no `need_id`; or it reported a completion.
 *
 * Signals are partitioned by retention class (the months for which their tenant keeps them) and then by month. The
 * signals of a partition expire together, so that retention drops whole partitions and deletes no row.
 */
const SIGNAL = `
  create table signal (
    tenant_id uuid not null,
    id uuid not null,
    need_id uuid,
    type text not null,
    dedupe_key text not null,
    outcome text not null check (outcome in ('created', 'joined', 'resolved', 'nothing_open', 'completion')),
    raw jsonb not null,
    retention_months smallint not null,
    primary key (tenant_id, id, retention_months)
  ) partition by list (retention_months);
  create index signal_by_need on signal (tenant_id, need_id, id);
  ${tenantWall('signal')}
  ${RETENTION_MONTHS.map(retentionClass).join('')}`;

function retentionClass(months: number): string {
  return `
    create table signal_${months}m partition of signal for values in (${months}) partition by range (id);
    create table signal_${months}m_default partition of signal_${months}m default;
    ${tenantWall(`signal_${months}m`)}
    ${tenantWall(`signal_${months}m_default`)}`;
}

/**
 * What the signals of the outcome `completion` report, and how far each is processed. The row is the outbox, as
 * `need.unresolved_since` is for needs. One whose worker is unknown waits until the directory has that worker.
 * `courses`: names by which to find the courses; `course_ids`: the courses that were found.
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
  create index completion_signal_learner_id on completion_signal (tenant_id, learner_id) where status = 'unknown_worker' and learner_id is not null;
  ${tenantWall('completion_signal')}`;

export const SIGNALS = [SIGNAL_MAP, SIGNAL, COMPLETION_SIGNALS].join('\n');
