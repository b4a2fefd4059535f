import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** What is offered, to whom it is assigned, what was completed, and work that goes on in the background. */
export class Migration20261125045000Offers extends Migration {
  override up(): void {
    for (const sql of [OPERATIONS, ASSIGNMENTS, NEEDS]) this.addSql(sql);
    for (const table of ['operation', 'operation_item', 'assignment', 'completion', 'offer_settings'])
      this.addSql(tenantWall(table));
  }
}

/**
 * `unit`: what `total`, `done` and `failed` count. `touched_at`: when it last went on, by which the sweep finds what no
 * job works on any more. An item is a need of the operation: `status_before`, `snoozed_before` and `version_after` say
 * how it is undone and whether nobody moved it since; `course_id`, `due_at` and `reached_to` are what a large
 * offer assigns and how far it is, which goes on there after a crash.
 */
const OPERATIONS = `
  create table operation (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('offer', 'dismiss', 'snooze')),
    status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed', 'undoing', 'undone')),
    input jsonb not null,
    unit text not null check (unit in ('people', 'needs')),
    total integer not null,
    done integer not null default 0,
    failed integer not null default 0,
    undone integer not null default 0,
    attempts smallint not null default 0,
    error text,
    created_by text not null,
    actor text not null,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    touched_at timestamptz not null default now(),
    primary key (tenant_id, id)
  );
  create index operation_unfinished on operation (tenant_id, touched_at) where status in ('queued', 'running', 'undoing');
  create table operation_item (
    tenant_id uuid not null,
    operation_id uuid not null,
    need_id uuid not null,
    status text not null default 'waiting' check (status in ('waiting', 'begun', 'done', 'failed', 'undone', 'kept')),
    why text,
    status_before text,
    version_after integer,
    snoozed_before timestamptz,
    course_id uuid,
    due_at timestamptz,
    reached_to uuid,
    assigned integer not null default 0,
    already_assigned integer not null default 0,
    already_valid integer not null default 0,
    exempt integer not null default 0,
    gone integer not null default 0,
    primary key (tenant_id, operation_id, need_id)
  );
  create index operation_item_waiting on operation_item (tenant_id, operation_id, need_id) where status in ('waiting', 'begun');`;

/**
 * A person has at most one open assignment of a course, whatever it is offered for; `assignment_open` sees to it.
 * Completions are kept apart from assignments, as people complete courses that nobody assigned to them.
 */
const ASSIGNMENTS = `
  create table assignment (
    tenant_id uuid not null,
    id uuid not null,
    worker_id uuid not null,
    course_id uuid not null,
    need_id uuid not null,
    operation_id uuid not null,
    status text not null default 'assigned' check (status in ('assigned', 'completed', 'cancelled')),
    due_at timestamptz not null,
    assigned_at timestamptz not null default now(),
    completed_at timestamptz,
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((completed_at is not null) = (status = 'completed'))
  );
  create unique index assignment_open on assignment (tenant_id, worker_id, course_id) where status = 'assigned';
  create index assignment_by_worker on assignment (tenant_id, worker_id, id);
  create index assignment_by_need on assignment (tenant_id, need_id, id);
  create index assignment_by_course on assignment (tenant_id, course_id, id);
  create index assignment_by_operation on assignment (tenant_id, operation_id, id);
  create index assignment_due on assignment (tenant_id, due_at, id) where status = 'assigned';
  create table completion (
    tenant_id uuid not null,
    id uuid not null,
    worker_id uuid not null,
    course_id uuid not null,
    completed_at timestamptz not null,
    primary key (tenant_id, id)
  );
  create index completion_by_worker on completion (tenant_id, worker_id, course_id, completed_at);
  create table offer_settings (
    tenant_id uuid primary key,
    completion_valid_days integer not null check (completion_valid_days between 1 and 36500),
    version integer not null default 1,
    updated_at timestamptz not null default now()
  );`;

/**
 * `answered_at`: the person has completed what the need asks for, or holds it already. A cohort's need is completed
 * when all of its people have.
 */
const NEEDS = `
  alter table need add column offered_course_id uuid;
  create index need_offered_course on need (tenant_id, offered_course_id) where closed_at is null and offered_course_id is not null;
  create index need_dismissed_worker on need (tenant_id, worker_id) where status = 'dismissed';
  alter table need_person add column answered_at timestamptz;
  create index need_person_unanswered on need_person (tenant_id, need_id) where answered_at is null;`;
