import { sql } from '@mikro-orm/postgresql';
import { shownScore } from '#catalog';
import { type TenantTransaction, ids, isoDayOrTime, isoTime } from '#platform/database';
import type { NeedStatus, RecommendationKind } from '../need.js';
import type { NeedSuggestion, NeedView, UnknownWorker } from './need.view.js';

/** A need with its worker and its course, as the inbox's statements read it. */
export interface NeedRow {
  readonly id: string;
  readonly status: NeedStatus;
  readonly type: string;
  readonly topic: string | null;
  readonly category: string | null;
  readonly severity: number;
  readonly audience_kind: 'worker' | 'cohort';
  readonly external_worker_id: string | null;
  readonly email: string | null;
  readonly learner_id: string | null;
  readonly site: string | null;
  readonly unknown_site: string | null;
  readonly people: number;
  readonly worker_id: string | null;
  readonly worker_name: string | null;
  readonly worker_external_worker_id: string | null;
  readonly worker_email: string | null;
  readonly worker_site: string | null;
  readonly recommendation: RecommendationKind;
  readonly course_id: string | null;
  readonly course_title: string | null;
  readonly score: number | null;
  readonly evidence: string[] | null;
  readonly suggested_course_id: string | null;
  readonly suggested_title: string | null;
  readonly suggested_score: number | null;
  readonly suggested_evidence: string[] | null;
  readonly draft_id: string | null;
  readonly draft_status: string | null;
  readonly draft_blocked_until: string | null;
  readonly due_at: string | null;
  readonly due_on: string | null;
  readonly snoozed_until: string | null;
  readonly snoozed_until_on: string | null;
  readonly signal_count: number;
  readonly first_seen_at: string;
  readonly last_seen_at: string;
  readonly version: number;
}

/**
 * Columns and joins of a {@link NeedRow}. Worker and course are looked up need by need on purpose (`offset 0` enforces
 * it). Behind row level security, PostgreSQL may estimate one row for a tenant, and then join by scanning all its
 * workers for each need.
 */
export const NEED_COLUMNS = sql`
  need.id, need.status, need.type, need.topic, need.category, need.severity, need.audience_kind,
  need.external_worker_id,
  need.email, need.learner_id, need.site, case when need.audience_kind = 'cohort' and known_site.is_known is null
  then need.site end as unknown_site, need.people, worker.id as worker_id, worker.name as worker_name,
    worker.external_worker_id as worker_external_worker_id, worker.email as worker_email,
  worker_site.name as worker_site, need.recommendation, need.course_id, course.title as course_title, need.score,
  need.evidence, suggested.id as suggested_course_id, suggested.title as suggested_title, need.suggested_score,
  need.suggested_evidence, need.draft_id, draft.status as draft_status,
  case when need.draft_blocked_until > now() then need.draft_blocked_until end as draft_blocked_until,
  need.due_at, need.due_on::text, need.snoozed_until,
  case when need.snoozed_until is not null then need.until_on::text end as snoozed_until_on, need.signal_count,
  need.first_seen_at, need.last_seen_at, need.version`;

export const NEED_JOINS = sql`
  left join lateral (select status from draft where need.status = 'authoring' and draft.tenant_id = need.tenant_id
      and draft.id = need.draft_id offset 0) as draft on true
  left join lateral (select * from worker where worker.tenant_id = need.tenant_id
      and worker.id = need.worker_id offset 0) as worker on true
  left join lateral (select name from site where site.tenant_id = need.tenant_id
      and site.id = worker.site_id offset 0) as worker_site on true
  left join lateral (select * from course where course.tenant_id = need.tenant_id
      and course.id = need.course_id offset 0) as course on true
  left join lateral (select id, title from course where need.recommendation = 'author_one'
    and need.status in ('open', 'snoozed') and need.suggested_course_id is distinct from need.rejected_course_id
    and course.tenant_id = need.tenant_id and course.id = need.suggested_course_id
      and course.status = 'published' offset 0) as suggested on true
  left join lateral (
    select true as is_known from site where site.tenant_id = need.tenant_id and site.name_key = need.site_key
      and need.audience_kind = 'cohort'
    union all
    -- Closed before their site was renamed: open needs have its present name.
    select true from site_alias alias where alias.tenant_id = need.tenant_id and alias.name_key = need.site_key
      and need.audience_kind = 'cohort'
    limit 1
  ) as known_site on true`;

/** One need of the tenant; null if there is none with that id. */
export async function readNeed(tx: TenantTransaction, id: string): Promise<NeedRow | null> {
  const [row] = await tx.execute<NeedRow[]>(
    sql`select ${NEED_COLUMNS} from need ${NEED_JOINS} where need.tenant_id = ${tx.tenantId} and need.id = ${id}`,
  );
  return row ?? null;
}

export function needView(row: NeedRow): NeedView {
  const isUnknown = row.audience_kind === 'worker' && row.worker_id === null;
  return {
    id: ids.show('need', row.id),
    status: row.status,
    type: row.type,
    topic: row.topic,
    category: row.category,
    severity: row.severity,
    audience: {
      kind: row.audience_kind,
      worker:
        row.worker_id === null
          ? null
          : {
              id: ids.show('wrk', row.worker_id),
              name: row.worker_name ?? '',
              externalWorkerId: row.worker_external_worker_id,
              email: row.worker_email,
              site: row.worker_site,
            },
      site: row.site,
      people: row.people,
      answered: 0,
    },
    ...(isUnknown ? { unknownWorker: unknownWorker(row) } : {}),
    unknownSite: row.unknown_site,
    nearestSite: null,
    recommendation: {
      kind: row.recommendation,
      courseId: row.course_id === null ? null : ids.show('crs', row.course_id),
      title: row.course_title,
      score: row.score === null ? null : shownScore(row.score),
      evidence: row.evidence ?? [],
    },
    suggestion: suggestionOf(row),
    alsoReportedBy: [],
    ...authoringOf(row),
    dueAt: isoDayOrTime(row.due_on, row.due_at),
    snoozedUntil: isoDayOrTime(row.snoozed_until_on, row.snoozed_until),
    dismissal: null,
    signalCount: row.signal_count,
    firstSeenAt: isoTime(row.first_seen_at),
    lastSeenAt: isoTime(row.last_seen_at),
    version: row.version,
  };
}

/** Null if a course is recommended, none is close, or a person rejected it. */
function suggestionOf(row: NeedRow): NeedSuggestion | null {
  if (row.suggested_course_id === null) return null;
  return {
    courseId: ids.show('crs', row.suggested_course_id),
    title: row.suggested_title ?? '',
    score: shownScore(row.suggested_score ?? 0),
    evidence: row.suggested_evidence ?? [],
  };
}

/** Only while a draft is written for it, or waits for the plan. */
function authoringOf({
  status,
  recommendation,
  draft_id: draftId,
  draft_status: draftStatus,
  draft_blocked_until: resetsAt,
}: NeedRow): Pick<NeedView, 'authoring'> {
  if (status === 'authoring' && draftId !== null)
    return {
      authoring: { draftId: ids.show('drf', draftId), status: draftStatus ?? '', blocked: null, resetsAt: null },
    };
  if (resetsAt === null || recommendation === 'course' || (status !== 'open' && status !== 'snoozed')) return {};
  return { authoring: { draftId: null, status: null, blocked: 'plan_limit', resetsAt: isoTime(resetsAt) } };
}

function unknownWorker({ external_worker_id: externalWorkerId, email, learner_id: learnerId }: NeedRow): UnknownWorker {
  return {
    ...(externalWorkerId === null ? {} : { externalWorkerId }),
    ...(email === null ? {} : { email }),
    ...(learnerId === null ? {} : { learnerId }),
  };
}
