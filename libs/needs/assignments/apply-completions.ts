import { type Transaction, sqlArray } from '#platform/database';
import { completeAnswered } from './complete-answered.js';

/** That a worker has completed a course. */
export interface Completion {
  /** UUID. */
  readonly workerId: string;
  /** UUID. */
  readonly courseId: string;
  /** ISO 8601. */
  readonly completedAt: string;
}

/**
 * Keeps completions, and closes what they answer: the open assignments of those courses, the needs of those workers for which one of the
 * courses is offered or, where none is, recommended, and their share of the needs of cohorts. In a handful of statements, however many.
 */
export async function applyCompletions(tx: Transaction, tenantId: string, completions: readonly Completion[], actor: string): Promise<void> {
  if (completions.length === 0) return;
  const given = JSON.stringify(completions);
  const needs = await tx.execute<Array<{ id: string }>>(LOCK_NEEDS, [given, tenantId, tenantId, tenantId]);
  const needIds = needs.map(({ id }) => id);
  await tx.execute(KEEP, [given, tenantId, tenantId, actor, tenantId, sqlArray(needIds)]);
  await completeAnswered(tx, tenantId, needIds, actor);
}

const GIVEN = `given as materialized (
    select distinct on ("workerId", "courseId") "workerId" as worker_id, "courseId" as course_id, "completedAt" as completed_at
    from jsonb_to_recordset(?::jsonb) as given ("workerId" uuid, "courseId" uuid, "completedAt" timestamptz) order by "workerId", "courseId", "completedAt" desc
  )`;

/** Before their people are written to, and in the order in which recording locks them. */
const LOCK_NEEDS = `
  with ${GIVEN}, answered as materialized (
    select need.id from given
      join need_person person on person.tenant_id = ? and person.worker_id = given.worker_id
      join need on need.tenant_id = person.tenant_id and need.id = person.need_id and need.closed_at is null
        and given.course_id = coalesce(need.offered_course_id, need.course_id)
    union
    select need.id from given
      join assignment on assignment.tenant_id = ? and assignment.worker_id = given.worker_id and assignment.course_id = given.course_id and assignment.status = 'assigned'
      join need on need.tenant_id = assignment.tenant_id and need.id = assignment.need_id and need.closed_at is null
  )
  select need.id from need where tenant_id = ? and id in (select id from answered) order by dedupe_key collate "C", id for update`;

const KEEP = `
  with ${GIVEN}, kept as (
    insert into completion (tenant_id, id, worker_id, course_id, completed_at) select ?, uuid_next(), worker_id, course_id, completed_at from given
  ), done as (
    update assignment set status = 'completed', completed_at = given.completed_at, version = version + 1
    from given where assignment.tenant_id = ? and assignment.worker_id = given.worker_id and assignment.course_id = given.course_id and assignment.status = 'assigned'
    returning assignment.tenant_id, assignment.id, assignment.completed_at
  ), told as (
    insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
    select tenant_id, uuid_next(), ?, 'assignment.completed', 'assignment', id::text, '{"status":"assigned"}', jsonb_build_object('status', 'completed', 'completedAt', completed_at) from done
  )
  update need_person person set answered_at = given.completed_at
  from given where person.tenant_id = ? and person.need_id = any (?::uuid[]) and person.worker_id = given.worker_id and person.answered_at is null`;
