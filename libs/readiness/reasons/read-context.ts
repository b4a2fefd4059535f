import { sql } from '@mikro-orm/postgresql';
import { type TopicMatcher, topicIdentity } from '#catalog';
import { SUGGESTED_COURSE } from '#needs';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, sqlArray } from '#platform/database';
import { oldestKeptId } from '#signals';
import { courseGap } from '../facts/course-gap.js';
import type { Cause } from '../rule/cause.js';
import type { Calendar } from '../rule/calendar.js';
import type { CompletionFact, CompletionTime } from '../rule/facts.js';
import { instantOf, millis } from '../facts/millis.js';

/** The fields of a need that its reason shows. */
export interface ShownNeed {
  readonly id: string;
  readonly status: string;
  readonly type: string;
  readonly topic: string | null;
  readonly category: string | null;
  readonly dedupeKey: string;
  readonly recommendation: 'pending' | 'course' | 'author_one';
  readonly courseId: string | null;
  /** The suggested course that nobody has accepted or rejected. */
  readonly suggestedCourseId: string | null;
  readonly snoozedUntil: number | null;
  /** The draft that it waits for, if it is `authoring`. */
  readonly draftId: string | null;
  /** A cohort's, not the worker's own. */
  readonly isOfSite: boolean;
  readonly record: string | null;
}

/** An open assignment, as a reason shows what is under way. */
export interface ShownAssignment {
  readonly id: string;
  readonly workerId: string;
  readonly courseId: string;
  readonly title: string;
  readonly gap: string;
  readonly dueAt: number;
}

/** The data that reasons show besides their causes. */
export interface ReasonContext {
  readonly calendar: Calendar;
  /** The instant that is shown, in milliseconds since the epoch. */
  readonly at: number;
  readonly needs: ReadonlyMap<string, ShownNeed>;
  /** By worker. */
  readonly assignments: ReadonlyMap<string, readonly ShownAssignment[]>;
  /** When each worker last completed the courses that causes name. By worker, by course. */
  readonly completions: ReadonlyMap<string, ReadonlyMap<string, CompletionTime>>;
  /** Those of the courses which causes and needs name that are published, and can be offered. */
  readonly publishedCourses: ReadonlySet<string>;
  readonly matcher: TopicMatcher;
}

/** What decides how reasons are shown, besides what is stored. */
type Shown = Pick<ReasonContext, 'calendar' | 'at' | 'matcher'>;

type ShownCause = Cause & { readonly workerId: string };

export async function readContext(
  tx: TenantTransaction,
  causes: readonly ShownCause[],
  shown: Shown,
): Promise<ReasonContext> {
  if (causes.length === 0) return contextFrom([], shown);
  return contextFrom(await tx.execute<ContextRow[]>(contextOf(tx.tenantId, namedBy(causes), shown.at)), shown);
}

/** The context of the rows that the statement of {@link contextOf} has read. */
export function contextFrom(rows: readonly ContextRow[], { calendar, at, matcher }: Shown): ReasonContext {
  const assignments = rows.flatMap((row) => (row.kind === 'assignment' ? [shownAssignment(row.record)] : []));
  return {
    calendar,
    at,
    matcher,
    publishedCourses: new Set(rows.flatMap((row) => (row.kind === 'course' ? [row.record.id] : []))),
    needs: new Map(rows.flatMap((row) => (row.kind === 'need' ? [[row.record.id, row.record]] : []))),
    assignments: Map.groupBy(assignments, ({ workerId }) => workerId),
    completions: completionsByWorker(rows),
  };
}

function completionsByWorker(rows: readonly ContextRow[]): ReasonContext['completions'] {
  const completions = rows.flatMap((row) => (row.kind === 'completion' ? [row.record] : []));
  return new Map(
    [...Map.groupBy(completions, ({ workerId }) => workerId)].map(([workerId, own]) => [
      workerId,
      new Map(own.map((completion) => [completion.courseId, completion])),
    ]),
  );
}

export type ContextRow =
  | { readonly kind: 'need'; readonly record: ShownNeed }
  | { readonly kind: 'assignment'; readonly record: AssignmentRow }
  | { readonly kind: 'completion'; readonly record: ShownCompletion }
  | { readonly kind: 'course'; readonly record: { readonly id: string } };

interface ShownCompletion extends CompletionFact {
  readonly workerId: string;
}

/** The ids in causes, those of each kind as a PostgreSQL array of UUIDs. */
export interface NamedByCauses {
  readonly workerIds: SqlFragment;
  readonly needIds: SqlFragment;
  readonly courseIds: SqlFragment;
}

/**
 * The statement that reads the data that the reasons of causes show. It is a single one, because the gate has no time
 * for several.
 */
export function contextOf(tenantId: string, { workerIds, needIds, courseIds }: NamedByCauses, at: number): SqlFragment {
  return sql`
    select 'assignment' as kind, to_json(shown) as record from (${assignmentsOf(tenantId, workerIds, at)}) as shown
    union all select 'need', to_json(shown) from (${needsOf(tenantId, needIds)}) as shown
    union all select 'completion', to_json(shown) from (${completionsOf(tenantId, workerIds, courseIds, at)}) as shown
    union all select 'course', json_build_object('id', id) from course
      where tenant_id = ${tenantId} and status = 'published' and id = any (${courseIds} || array(
        select course_id from need where tenant_id = ${tenantId} and id = any (${needIds})))`;
}

function namedBy(causes: readonly ShownCause[]): NamedByCauses {
  return {
    workerIds: distinctIds(causes.map(({ workerId }) => workerId)),
    needIds: distinctIds(causes.flatMap(({ refType, refId }) => (refType === 'need' ? [refId] : []))),
    courseIds: distinctIds(causes.flatMap(({ courseId }) => courseId ?? [])),
  };
}

function distinctIds(ids: readonly string[]): SqlFragment {
  return sql`${sqlArray([...new Set(ids)])}::uuid[]`;
}

/** The record in the source system, if a signal names one that has not expired. */
const RECORD = sql`coalesce(
  raw #>> '{data,payload,ref}', raw #>> '{data,payload,id}', raw #>> '{data,payload,reference}',
  raw #>> '{data,ref}', raw #>> '{data,id}', raw #>> '{data,reference}')`;

/** A signal of many kilobytes is not parsed for its record. */
const MAX_OPENED_BYTES = 16_384;

function needsOf(tenantId: string, needIds: SqlFragment): SqlFragment {
  return sql`
    select need.id, status, coalesce(latest.type, need.type) as type, topic, category, dedupe_key as "dedupeKey",
      recommendation,
      course_id as "courseId",
      case when recommendation = 'author_one' then ${SUGGESTED_COURSE} end as "suggestedCourseId",
      ${millis(sql`snoozed_until`)} as "snoozedUntil", draft_id as "draftId",
      audience_kind = 'cohort' as "isOfSite", latest.record
    from ${named('need', tenantId, needIds)} left join lateral (
      select signal.type, left(${RECORD}, 255) as record
      from signal where signal.tenant_id = need.tenant_id and signal.need_id = need.id
        and signal.id >= ${oldestKeptId(tenantId)} and pg_column_size(raw) < ${MAX_OPENED_BYTES}
      order by signal.id desc limit 1
    ) as latest on true`;
}

/** The rows of a table that have one of these ids in a column, looked up one by one. */
function named(table: string, tenantId: string, keys: SqlFragment, column = sql`id`): SqlFragment {
  return sql`unnest(${keys}) as named (key)
    cross join lateral ${byKey(table, sql`tenant_id = ${anyTenant(tenantId)} and ${column} = named.key`)}`;
}

interface AssignmentRow extends Omit<ShownAssignment, 'title' | 'gap'> {
  readonly needTopic: string | null;
  readonly title: string | null;
  readonly topics: readonly string[] | null;
}

/** Those that were open at the instant. The clock of this process may be behind the one that dates assignments. */
function assignmentsOf(tenantId: string, workerIds: SqlFragment, at: number): SqlFragment {
  const shown = instantOf(at);
  return sql`
    select assignment.id, assignment.worker_id as "workerId", assignment.course_id as "courseId",
      need.topic as "needTopic", course.title, to_json(course.topics) as topics,
      ${millis(sql`assignment.due_at`)} as "dueAt"
    from ${named('assignment', tenantId, workerIds, sql`worker_id`)}
      left join lateral ${byKey('need', sql`tenant_id = assignment.tenant_id and id = assignment.need_id`)} on true
      left join lateral ${byKey('course', sql`tenant_id = assignment.tenant_id and id = assignment.course_id`)} on true
    where (assignment.status = 'assigned' or coalesce(assignment.completed_at, assignment.cancelled_at) > ${shown})
      and assignment.assigned_at <= ${shown} + interval '5 minutes'`;
}

function completionsOf(tenantId: string, workerIds: SqlFragment, courseIds: SqlFragment, at: number): SqlFragment {
  return sql`
    select worker_id as "workerId", course_id as "courseId", max(${millis(sql`completed_at`)}) as "completedAt",
      (array_agg(completed_on::text order by completed_at desc))[1] as "completedOn"
    from ${named('completion', tenantId, workerIds, sql`course_id = any (${courseIds}) and worker_id`)}
    where completed_at <= ${instantOf(at)}
    group by worker_id, course_id`;
}

function shownAssignment({ title, topics, needTopic, ...row }: AssignmentRow): ShownAssignment {
  return {
    ...row,
    title: title ?? 'A course',
    gap:
      needTopic === null ? courseGap({ title: title ?? row.courseId, topics: topics ?? [] }) : topicIdentity(needTopic),
  };
}
