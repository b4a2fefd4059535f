import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/** Drafts of courses with their steps and versions, the needs that they are for, and what they cost. */
export class Migration20261127130000Authoring extends Migration {
  override up(): void {
    for (const sql of [DRAFTS, STEPS, VERSIONS, MONTHS, LEDGER, NEEDS]) this.addSql(sql);
    for (const table of TENANT_TABLES) this.addSql(tenantWall(table));
  }
}

const TENANT_TABLES = ['draft', 'draft_step', 'draft_version', 'authoring_month', 'authoring_entry'];

/**
 * `topic_key`: the identity of the topic; one draft of a topic is under way at a time. `authors`: who asked for, edited
 * or submitted it, and may not approve it. `month`, `estimated_tokens`: the reservation. `next_attempt_at`: when a worker
 * takes its next step; `lease` names the worker's attempt, so that a late result of an earlier one is not stored.
 */
const DRAFTS = `
  create table draft (
    tenant_id uuid not null,
    id uuid not null,
    status text not null check (status in
      ('queued', 'drafting', 'ready', 'in_review', 'approved', 'published', 'rejected', 'failed', 'cancelled')),
    topic text not null,
    topic_key text not null,
    category text,
    content jsonb not null,
    written_by text not null check (written_by in ('outline', 'model')),
    model text,
    started_by text not null,
    started_by_kind text not null check (started_by_kind in ('person', 'auto')),
    authors text[] not null,
    month date not null,
    estimated_tokens integer not null,
    spent_tokens integer not null default 0,
    attempts smallint not null default 0,
    next_attempt_at timestamptz,
    lease uuid,
    error text,
    rejection text,
    course_id uuid,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    check ((status in ('queued', 'drafting')) = (next_attempt_at is not null)),
    check ((status = 'published') = (course_id is not null))
  );
  create unique index draft_of_topic on draft (tenant_id, topic_key)
    where status in ('queued', 'drafting', 'ready', 'in_review', 'approved', 'rejected');
  create index draft_by_status on draft (tenant_id, status, id);
  create index draft_due on draft (tenant_id, next_attempt_at) where next_attempt_at is not null;`;

const STEPS = `
  create table draft_step (
    tenant_id uuid not null,
    draft_id uuid not null,
    position smallint not null,
    name text not null,
    status text not null default 'waiting' check (status in ('waiting', 'done')),
    tokens integer not null default 0,
    done_at timestamptz,
    primary key (tenant_id, draft_id, position)
  );`;

/** `changed`: the fields that differ from the version before. */
const VERSIONS = `
  create table draft_version (
    tenant_id uuid not null,
    draft_id uuid not null,
    version integer not null,
    actor text not null,
    changed text[] not null,
    content jsonb not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, draft_id, version)
  );`;

/** The balance of a calendar month (UTC): the sum of its entries in the ledger. */
const MONTHS = `
  create table authoring_month (
    tenant_id uuid not null,
    month date not null,
    drafts_reserved integer not null default 0 check (drafts_reserved >= 0),
    drafts_used integer not null default 0,
    tokens_reserved bigint not null default 0 check (tokens_reserved >= 0),
    tokens_used bigint not null default 0,
    primary key (tenant_id, month)
  );`;

/** Append-only: each entry says by how much it changes the balance of its month. */
const LEDGER = `
  create table authoring_entry (
    tenant_id uuid not null,
    id uuid not null,
    month date not null,
    draft_id uuid not null,
    kind text not null check (kind in ('reserved', 'settled', 'released')),
    drafts_reserved smallint not null,
    drafts_used smallint not null,
    tokens_reserved integer not null,
    tokens_used integer not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
  );`;

/** The draft that a need is sent to, with its status, which the inbox shows. */
const NEEDS = `
  alter table need add column draft_id uuid, add column draft_status text;
  create index need_by_draft on need (tenant_id, draft_id) where draft_id is not null;
  select set_config('app.operator', 'on', true);
  update tenant set plan = 'free' where plan not in ('free', 'team', 'business');
  alter table tenant add constraint tenant_plan check (plan in ('free', 'team', 'business')), add column drafts_per_month integer check (drafts_per_month >= 0),
    add column tokens_per_month integer check (tokens_per_month >= 0);`;
