import { tenantWall } from '../row-level-security.js';

/**
 * A person has at most one open assignment of a course, whatever it is offered for: `assignment_open` enforces it.
 * Completions are stored apart from assignments, as people complete courses that nobody assigned to them. A completion
 * is identified by who, what and when, so the same one reported twice is one row. One without a course is of a topic
 * that the library does not have.
 */
export const OFFERS = `
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
  create index assignment_by_due on assignment (tenant_id, due_at, id);
  create index assignment_by_status on assignment (tenant_id, status, id);
  ${tenantWall('assignment')}
  create table completion (
    tenant_id uuid not null,
    id uuid not null,
    worker_id uuid not null,
    course_id uuid,
    topic text,
    completed_at timestamptz not null,
    primary key (tenant_id, id),
    check (coalesce(course_id::text, topic) is not null)
  );
  create unique index completion_told on completion (tenant_id, worker_id, course_id, topic, completed_at) nulls not distinct;
  ${tenantWall('completion')}
  create table offer_settings (
    tenant_id uuid primary key,
    completion_valid_days integer not null check (completion_valid_days between 1 and 36500),
    version integer not null default 1,
    updated_at timestamptz not null default now()
  );
  ${tenantWall('offer_settings')}`;
