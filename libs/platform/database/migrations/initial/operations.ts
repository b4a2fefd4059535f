import { tenantWall } from '../row-level-security.js';

/**
 * Work that runs in the background. `unit`: what `total`, `done` and `failed` count. `touched_at`: when it last made
 * progress, by which the sweep finds operations that no job works on.
 *
 * An item is a need of the operation. `status_before`, `snoozed_before` and `version_after`: how it is undone, and
 * whether the need has changed since. `course_id`, `due_at` and `reached_to`: what a large offer assigns, and the last
 * person it has reached, where it continues after a crash.
 */
export const OPERATIONS = `
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
  create index operation_by_status on operation (tenant_id, status, id);
  ${tenantWall('operation')}
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
  create index operation_item_waiting on operation_item (tenant_id, operation_id, need_id) where status in ('waiting', 'begun');
  ${tenantWall('operation_item')}`;
