import { tenantWall } from '../row-level-security.js';

/** Behind row level security an index is searched by columns only, so `category_key` is one. */
const COURSES = `
  create table catalog_version (
    tenant_id uuid primary key,
    version bigint not null default 1
  );
  ${tenantWall('catalog_version')}
  create table course (
    tenant_id uuid not null,
    id uuid not null,
    title text not null,
    topics text[] not null default '{}',
    category text,
    category_key text generated always as (lower(category)) stored,
    summary text,
    content text,
    status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id)
  );
  create index course_by_status on course (tenant_id, status, id);
  create index course_by_category on course (tenant_id, category_key, id) where category_key is not null;
  ${tenantWall('course')}`;

/**
 * The meaning of a topic to a tenant: a course of its library, or another topic. `topic_key` is the topic as topics are
 * compared. A topic has at most one accepted meaning. A rejected suggestion is kept, so that it is not made again;
 * `rejected_corrections`: how many corrections there were when it was rejected. The synonyms of a deleted course are
 * deleted with it.
 *
 * `topic_correction`: the needs for which a person offered another course than the recommended one, by the operation
 * that offered it. Synonyms are learned from them. They are deleted with their synonym.
 */
const SYNONYMS = `
  create table topic_synonym (
    tenant_id uuid not null,
    id uuid not null,
    topic text not null,
    topic_key text not null,
    course_id uuid,
    means text,
    status text not null check (status in ('suggested', 'accepted', 'rejected')),
    origin text not null check (origin in ('entered', 'learned')),
    corrections integer not null default 0,
    rejected_corrections integer not null default 0,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, course_id) references course (tenant_id, id) on delete cascade,
    check (num_nonnulls(course_id, means) = 1)
  );
  create unique index topic_synonym_accepted on topic_synonym (tenant_id, topic_key) where status = 'accepted';
  create unique index topic_synonym_pair on topic_synonym (tenant_id, topic_key, course_id);
  create index topic_synonym_by_status on topic_synonym (tenant_id, status, id);
  create index topic_synonym_by_course on topic_synonym (tenant_id, course_id);
  create index topic_synonym_by_origin on topic_synonym (tenant_id, origin, id);
  ${tenantWall('topic_synonym')}
  create table topic_correction (
    tenant_id uuid not null,
    operation_id uuid not null,
    need_id uuid not null,
    synonym_id uuid not null,
    recommended_course_id uuid,
    actor text not null,
    corrected_at timestamptz not null default now(),
    primary key (tenant_id, operation_id, need_id),
    foreign key (tenant_id, synonym_id) references topic_synonym (tenant_id, id) on delete cascade
  );
  create index topic_correction_by_synonym on topic_correction (tenant_id, synonym_id, operation_id, need_id);
  ${tenantWall('topic_correction')}`;

/**
 * The answers of an embedding service, by model: the vector of each topic and title (32-bit numbers, length 1), and the
 * pairs of a topic and a title that are near in meaning. Each vector is requested once. The texts are the tenant's own,
 * so the rows are too.
 */
const MEANINGS = `
  create table text_embedding (
    tenant_id uuid not null,
    model text not null,
    kind text not null check (kind in ('topic', 'title')),
    text_key text not null,
    vector bytea not null,
    made_at timestamptz not null default now(),
    primary key (tenant_id, model, kind, text_key)
  );
  ${tenantWall('text_embedding')}
  create table text_likeness (
    tenant_id uuid not null,
    model text not null,
    topic_key text not null,
    title_key text not null,
    likeness real not null,
    primary key (tenant_id, model, topic_key, title_key)
  );
  ${tenantWall('text_likeness')}`;

export const CATALOG = [COURSES, SYNONYMS, MEANINGS].join('\n');
