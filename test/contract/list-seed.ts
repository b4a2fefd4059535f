import type { TestDatabase } from '../harness/database.js';

/** One in so many rows of each table has a rare value. */
const RARE_ONE_IN = 1_000;

/**
 * Fills the lists of the tenants whose slug matches, directly in the tables: so many rows each, a few of which are
 * `rare`, as often as filters select. Rows that others refer to come first.
 */
export async function seedLists(database: TestDatabase, slugs: string, count: number): Promise<void> {
  for (const statement of STATEMENTS) {
    await database.query(
      `with row as (select tenant.id as tenant_id, n, n % ${RARE_ONE_IN} = 7 as rare from tenant
          cross join generate_series(1, $2::int) n where slug like $1) ${statement}`,
      [slugs, count],
    );
  }
  await database.query('vacuum analyze');
}

const STATEMENTS = [
  `insert into site (tenant_id, id, name, name_key) select tenant_id, uuidv7(), names.name, lower(names.name)
   from row cross join lateral (select case when n = 1 then 'Rare' else 'Site ' || n end as name) names`,
  `insert into worker_group (tenant_id, id, name, name_key) select tenant_id, uuidv7(), names.name, lower(names.name)
   from row cross join lateral (select case when n = 1 then 'Rare' else 'Group ' || n end as name) names`,
  `insert into worker (tenant_id, id, external_worker_id, name, site_id, active)
   select tenant_id, uuidv7(), 'W-' || n, 'Worker ' || n, (select id from site where site.tenant_id = row.tenant_id
       and name_key = case when rare then 'rare' else 'site 2' end), not rare from row`,
  `insert into worker_group_member (tenant_id, worker_id, group_id)
   select row.tenant_id, worker.id, worker_group.id from row join worker on worker.tenant_id = row.tenant_id
     and external_worker_id = 'W-' || n
     join worker_group on worker_group.tenant_id = row.tenant_id and name_key = case
       when rare then 'rare' else 'group 2' end`,
  `insert into course (tenant_id, id, title, topics, category, status, review_due_since)
   select tenant_id, uuidv7(), 'Course ' || n, '{}', case when rare then 'Rare' else 'Usual' end, case
     when rare then 'archived' else 'published' end, case when rare then now() end from row`,
  `insert into topic_synonym (tenant_id, id, topic, topic_key, course_id, status, origin)
   select row.tenant_id, uuidv7(), 'Topic ' || n, 'topic ' || n, course.id, case
     when rare then 'rejected' else 'accepted' end, case when rare then 'learned' else 'entered' end
   from row join course on course.tenant_id = row.tenant_id and title = 'Course ' || n`,
  `insert into requirement (tenant_id, id, audience_kind, role, role_key, credential, credential_key)
   select tenant_id, uuidv7(), 'role', 'Role ' || n, 'role ' || n, 'Licence', 'licence' from row`,
  `insert into waiver (tenant_id, id, worker_id, credential, credential_key, until, note, created_by)
   select row.tenant_id, uuidv7(), worker.id, 'Licence', 'licence', now() + case
     when rare then interval '0' else interval '1 year' end, 'x', 'x'
   from row join worker on worker.tenant_id = row.tenant_id and external_worker_id = 'W-' || n`,
  `insert into readiness_period (tenant_id, worker_id, valid_from, valid_to, is_current, rank, mildness, since, kinds,
      name, name_key, site_id, role, role_key)
   select row.tenant_id, worker.id, now(), 'infinity', true, case when rare then 0 else 2 end, case
     when rare then 0 else 4 end, now(), case when rare then 16 else 0 end,
     worker.name, lower(worker.name), worker.site_id, case when rare then 'Rare' else 'Usual' end, case
       when rare then 'rare' else 'usual' end
   from row join worker on worker.tenant_id = row.tenant_id and external_worker_id = 'W-' || n`,
  `insert into credential (tenant_id, id, worker_id, name, name_key, expires_at, superseded_at)
   select row.tenant_id, uuidv7(), worker.id, case when rare then 'Rare' else 'Usual' end, case
     when rare then 'rare' else 'usual' end, 
     case when rare then '2001-01-01' else now() + n * interval '1 day' end - case when past is null then interval '0'
       else interval '1 hour' end, past
   from row join worker on worker.tenant_id = row.tenant_id and external_worker_id = 'W-' || n
   cross join unnest(array[null, now()]) as past where n % 2 = 0 or rare`,
  `insert into onboarding_step (tenant_id, id, worker_id, step, step_key, done_at)
   select row.tenant_id, uuidv7(), worker.id, step, lower(step), done_at
   from row join worker on worker.tenant_id = row.tenant_id and external_worker_id = 'W-' || n
   cross join lateral (select case when rare then 'Rare' else 'Usual' end as step, case
       when rare then null else now() end as done_at) steps`,
  `insert into need (tenant_id, id, dedupe_key, status, type, topic, severity, audience_kind, site, site_key, worker_id,
      recommendation, course_id, first_seen_at, last_seen_at, resolved_at, due_at)
   select row.tenant_id, uuidv7(), 'k' || n, case when rare then 'snoozed' else 'open' end, kind, kind, case
     when rare then 4 else 2 end, 'worker', kind, kind, worker.id, case when rare then 'author_one' else 'course' end,
     case when not rare then course.id end, now(), now(), now(), case when n = 9 then '2001-01-01'
     when n % 3 > 0 then now() + n * interval '1 hour' end
   from row join worker on worker.tenant_id = row.tenant_id and external_worker_id = 'W-' || n
   left join course on course.tenant_id = row.tenant_id and course.title = case
     when n % 500 = 9 then 'Course 7' else 'Course 8' end
     cross join lateral (select case when rare then 'rare' else 'usual' end as kind) kinds`,
  `insert into signal (tenant_id, id, need_id, type, dedupe_key, outcome, raw, retention_months)
    select row.tenant_id, uuidv7(), case when not rare then need.id end, 'usual', 'k' || n, case
    when rare then 'nothing_open' else 'created' end, '{}', 12
   from row join need on need.tenant_id = row.tenant_id and need.dedupe_key = 'k' || n`,
  `insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id)
   select tenant_id, uuidv7(), kind, kind, kind, case when rare then 'rare' else n::text end from row
   cross join lateral (select case when rare then 'rare' else 'usual' end as kind) kinds`,
  `insert into operation (tenant_id, id, kind, status, input, unit, total, created_by, actor)
    select tenant_id, uuidv7(), 'dismiss', case when rare then 'failed' else 'done' end, '{}', 'needs', 1, 'x', 'x'
    from row`,
  `insert into operation_item (tenant_id, operation_id, need_id, status)
   select row.tenant_id, first.id, need.id, case when rare then 'failed' else 'done' end
   from row join need on need.tenant_id = row.tenant_id and dedupe_key = 'k' || n
   cross join lateral (select id from operation where tenant_id = row.tenant_id order by id limit 1) as first`,
  `insert into assignment (tenant_id, id, worker_id, course_id, need_id, operation_id, status, due_at)
   select row.tenant_id, uuidv7(), worker.id, course.id, need.id, uuidv7(), case
     when rare then 'cancelled' else 'assigned' end, '2026-01-01'::timestamptz + n * interval '1 hour'
   from row join worker on worker.tenant_id = row.tenant_id and external_worker_id = 'W-' || n
   join course on course.tenant_id = row.tenant_id and title = 'Course ' || n
     join need on need.tenant_id = row.tenant_id and dedupe_key = 'k' || n`,
  `insert into completion_signal (tenant_id, id, topic, courses, completed_at, status)
   select signal.tenant_id, signal.id, 'x', '[]', now(), 'applied' from (select distinct tenant_id from row) tenants
   join signal using (tenant_id)`,
  `insert into topic_correction (tenant_id, operation_id, need_id, synonym_id, actor)
   select synonym.tenant_id, uuidv7(), uuidv7(), synonym.id, 'x' from (select distinct tenant_id from row) tenants
   join topic_synonym synonym using (tenant_id)`,
  `insert into api_token (tenant_id, id, name, role, hash) select tenant_id, uuidv7(), 'Token ' || n, 'viewer',
    uuid_send(gen_random_uuid()) from row`,
  `insert into saved_view (tenant_id, id, name, name_key, page, query, shared, owner_id, created_by)
   select tenant_id, uuidv7(), 'View ' || n, 'view ' || n, 'needs', '', rare, gen_random_uuid(), 'x' from row`,
  // Expired, because every process reads and decrypts the live ones.
  `insert into signing_secret (tenant_id, id, sealed, expires_at) select tenant_id, uuidv7(), '', '2001-01-01'
    from row`,
  `insert into webhook_endpoint (tenant_id, id, url, sealed, status) select tenant_id, uuidv7(),
    'https://example.com/' || n, '', 'disabled' from row`,
  `insert into webhook_message (tenant_id, id, type, body) select tenant_id, uuidv7(), 'usual', '{}' from row`,
  `insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position, status)
   select message.tenant_id, uuidv7(), endpoint.id, message.id, message.position, 'delivered'
   from (select distinct tenant_id from row) tenants join webhook_message message using (tenant_id)
   join webhook_endpoint endpoint using (tenant_id) where endpoint.url = 'https://example.com/7'`,
  `insert into draft (tenant_id, id, status, topic, topic_key, content, written_by, started_by, started_by_kind,
      authors, month, estimated_tokens, review_due_since)
   select tenant_id, uuidv7(), case when rare then 'failed' else 'cancelled' end, 'Topic ' || n, 'topic ' || n,
     '{"title": "Draft"}', 'outline', 'x', 'person', '{}', '2026-11-01', 0, case when rare then now() end from row`,
  `insert into draft_version (tenant_id, draft_id, version, actor, changed, content)
   select row.tenant_id, draft.id, n, 'x', '{}', '{}' from row join draft on draft.tenant_id = row.tenant_id
     and topic = 'Topic 7'`,
  `insert into draft_comment (tenant_id, draft_id, id, author, version, body)
   select row.tenant_id, draft.id, uuidv7(), 'x', 1, 'Comment ' || n from row
   join draft on draft.tenant_id = row.tenant_id and topic = 'Topic 7'`,
  `insert into document (tenant_id, id, title, title_key, version, media_type, bytes, digest, passages, uploaded_by)
   select tenant_id, uuidv7(), 'Document ' || n, 'document ' || n, '1', 'text/plain', 1, 'x', 1, 'x' from row`,
  `insert into passage (tenant_id, id, document_id, revision, position, section, text)
   select row.tenant_id, uuidv7(), document.id, 1, n, 'x', 'Passage ' || n from row
   join document on document.tenant_id = row.tenant_id and title = 'Document 7'`,
  `insert into authoring_entry (tenant_id, id, month, draft_id, kind, drafts_reserved, drafts_used, tokens_reserved,
      tokens_used)
   select tenant_id, uuidv7(), '2026-11-01', uuidv7(), 'reserved', 1, 0, 0, 0 from row`,
  `insert into console_user (tenant_id, id, email, name, role, active) select tenant_id, uuidv7(), n || '@example.com',
    'User ' || n, case when rare then 'admin' else 'viewer' end, not rare from row`,
];
