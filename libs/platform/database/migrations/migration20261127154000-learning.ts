import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** What a course needs to be taken here, the links by which workers take their assignments, and their attempts. */
export class Migration20261127154000Learning extends Migration {
  override up(): void {
    for (const sql of [COURSES, LINKS, ATTEMPTS]) this.addSql(sql);
    for (const table of ['assignment_link', 'quiz_attempt']) this.addSql(tenantWall(table));
  }
}

/** `quiz`: questions with options, the index of the right one, and why it is right. `pass_mark`: percent. */
const COURSES = `
  alter table course add column quiz jsonb not null default '[]',
    add column pass_mark smallint not null default 80 check (pass_mark between 1 and 100),
    add column launch_url text;`;

/** At most one link an assignment; `hash` is the SHA-256 of its token. */
const LINKS = `
  create table assignment_link (
    tenant_id uuid not null,
    assignment_id uuid not null,
    hash bytea not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    primary key (tenant_id, assignment_id)
  );
  create unique index assignment_link_by_hash on assignment_link (tenant_id, hash);`;

/** `answers`: the index of the chosen option of each question, as the course was at `course_version`. */
const ATTEMPTS = `
  create table quiz_attempt (
    tenant_id uuid not null,
    id uuid not null,
    assignment_id uuid not null,
    course_version integer not null,
    answers jsonb not null,
    correct smallint not null,
    questions smallint not null,
    passed boolean not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
  );
  create index quiz_attempt_by_assignment on quiz_attempt (tenant_id, assignment_id, id);`;
