import { tenantWall } from '../row-level-security.js';

/**
 * `unresolved_since` makes the needs themselves the outbox: the statement that records a signal sets it and the
 * resolution clears it, so no work is lost when the queue is. The hot tables have no foreign keys: they cost a third of
 * a batched write, and the recording statement checks its rows itself.
 *
 * - `set_aside_at`: the resolution failed too often. The need is no longer unresolved, so that neither the sweep nor the
 *   jobs read it.
 * - `quiet_until`: until then the key of a dismissed need opens no new one; 'infinity': until a person reopens it.
 * - `reopened_as`: the id that the signal brought which reopened the need, by which the recording statement recognises
 *   its own.
 * - `snoozed_severity`: the severity when the need was snoozed; a higher one wakes it.
 * - `worker_site_id`: the site of the need's worker; `site_key`: the site that the signal named.
 */
const NEED = `
  create table need (
    tenant_id uuid not null,
    id uuid not null,
    dedupe_key text not null check (length(dedupe_key) <= 255),
    status text not null default 'open'
      check (status in ('open', 'offered', 'in_progress', 'authoring', 'snoozed', 'completed', 'dismissed', 'resolved')),
    closed_at timestamptz,
    type text not null,
    topic text,
    category text,
    severity smallint not null check (severity between 1 and 4),
    audience_kind text not null check (audience_kind in ('worker', 'cohort')),
    external_worker_id text,
    email text,
    learner_id text,
    site text,
    site_key text,
    worker_id uuid,
    worker_site_id uuid,
    people integer not null default 0,
    recommendation text not null default 'pending' check (recommendation in ('pending', 'course', 'author_one')),
    course_id uuid,
    offered_course_id uuid,
    score real,
    evidence jsonb,
    due_at timestamptz,
    signal_count integer not null default 1,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    unresolved_since timestamptz,
    resolved_at timestamptz,
    resolution_attempts smallint not null default 0,
    resolution_error text,
    resolution_failed_at timestamptz,
    set_aside_at timestamptz,
    quiet_until timestamptz,
    reopened_as uuid,
    snoozed_until timestamptz,
    snoozed_severity smallint,
    version integer not null default 1,
    primary key (tenant_id, id),
    check ((closed_at is not null) = (status in ('completed', 'dismissed', 'resolved'))),
    check (quiet_until is null or status = 'dismissed'),
    check (snoozed_until is null or status = 'snoozed')
  ) with (fillfactor = 80);
  ${tenantWall('need')}`;

/**
 * `need_held_key` covers every need that holds its key, so that signals join a dismissed need as they join an open one.
 * `need_closed_key` finds the earlier needs of a key and is not touched by recording.
 */
const KEYS = `
  create unique index need_held_key on need (tenant_id, dedupe_key) where closed_at is null or quiet_until is not null;
  create index need_closed_key on need (tenant_id, dedupe_key, id) where closed_at is not null;
  create index need_unresolved on need (tenant_id, unresolved_since) where unresolved_since is not null;
  create index need_failed on need (tenant_id, resolution_failed_at, id) where resolution_error is not null and closed_at is null;
  create index need_snoozed on need (tenant_id, snoozed_until) where status = 'snoozed';
  create index need_cohort_site on need (tenant_id, site_key)
    where closed_at is null and audience_kind = 'cohort';
  create index need_offered_course on need (tenant_id, offered_course_id) where closed_at is null and offered_course_id is not null;
  create index need_dismissed_worker on need (tenant_id, worker_id) where status = 'dismissed';`;

/** What the inbox shows. The statement that records a signal writes needs that are not shown, so it updates no index on this condition. */
const SHOWN = 'resolved_at is not null or closed_at is not null';

/**
 * An index for each way in which the inbox is read. Each begins with the column of a filter and ends in severity and id,
 * the order of every page (libs/needs/inbox). `need_by_topic` also has the type, for the page of a topic and a type. The
 * needs of workers who are not in the directory are found by the keys of the worker, closed ones too.
 */
const INBOX = `
  create index need_new on need (tenant_id, severity, id) where resolved_at is null and closed_at is null;
  create index need_inbox on need (tenant_id, severity, id) where ${SHOWN};
  create index need_by_state on need (tenant_id, status, recommendation, severity, id) where ${SHOWN};
  create index need_by_type on need (tenant_id, type, status, recommendation, severity, id) where (${SHOWN}) and type is not null;
  create index need_by_topic on need (tenant_id, topic, status, recommendation, severity, id, type) where (${SHOWN}) and topic is not null;
  create index need_by_site on need (tenant_id, site_key, status, recommendation, severity, id) where (${SHOWN}) and site_key is not null;
  create index need_by_worker_site on need (tenant_id, worker_site_id, status, recommendation, severity, id)
    where (${SHOWN}) and worker_site_id is not null;
  create index need_by_worker on need (tenant_id, worker_id, severity, id) where worker_id is not null;
  create index need_unknown_external_worker_id on need (tenant_id, external_worker_id)
    where (${SHOWN}) and worker_id is null and external_worker_id is not null;
  create index need_unknown_email on need (tenant_id, email)
    where (${SHOWN}) and worker_id is null and email is not null;
  create index need_unknown_learner_id on need (tenant_id, learner_id)
    where (${SHOWN}) and worker_id is null and learner_id is not null;`;

/** The people whom a need reaches. `answered_at`: the person has completed what the need asks for, or holds it already. */
const PEOPLE = `
  create table need_person (
    tenant_id uuid not null,
    need_id uuid not null,
    worker_id uuid not null,
    answered_at timestamptz,
    primary key (tenant_id, need_id, worker_id)
  );
  create index need_person_by_worker on need_person (tenant_id, worker_id, need_id);
  create index need_person_unanswered on need_person (tenant_id, need_id) where answered_at is null;
  ${tenantWall('need_person')}`;

/**
 * The version of the library (`catalog_version`) with which a tenant's needs were last matched. Where it is behind, they
 * have to be matched again, so no change of the library is lost.
 */
const MATCHED_LIBRARY = `
  create table matched_library (
    tenant_id uuid primary key,
    version bigint not null
  );
  ${tenantWall('matched_library')}`;

export const NEEDS = [NEED, KEYS, INBOX, PEOPLE, MATCHED_LIBRARY].join('\n');
