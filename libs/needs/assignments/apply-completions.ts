import { type TenantTransaction, sqlArray } from '#platform/database';
import { answeredNeeds } from './answered-needs.js';
import { completeAnswered } from './complete-answered.js';
import type { Completion } from './completion.js';

/**
 * Closes what completions answer: the open assignments of those courses, the needs of those workers for which one of
 * the courses is offered or, where none is, recommended, and their share of the needs of cohorts. In a handful of
 * statements, however many.
 */
export async function applyCompletions(
  tx: TenantTransaction,
  completions: readonly Completion[],
  actor: string,
): Promise<void> {
  if (completions.length === 0) return;
  const answered = await answeredNeeds(tx, completions);
  const given = completions.flatMap(({ courseIds, ...completion }) =>
    courseIds.map((courseId) => ({ courseId, ...completion })),
  );
  const assigned = await tx.execute<Array<{ needId: string }>>(ASSIGNED_FOR, [JSON.stringify(given), tx.tenantId]);
  const needIds = [...new Set([...answered, ...assigned].map(({ needId }) => needId))];
  // Before their people are written to, and in the order in which recording locks them.
  await tx.execute(
    `select from need where tenant_id = ? and id = any (?::uuid[]) order by dedupe_key collate "C", id for update`,
    [tx.tenantId, sqlArray(needIds)],
  );
  await tx.execute(CLOSE, [JSON.stringify(given), tx.tenantId, actor, JSON.stringify(answered), tx.tenantId]);
  await completeAnswered(tx, needIds, actor);
}

const GIVEN = `given as materialized (
    select distinct on ("workerId", "courseId") "workerId" as worker_id, "courseId" as course_id, "completedAt" as completed_at, coalesce("answersUntil", 'infinity') as answers_until
    from jsonb_to_recordset(?::jsonb) as given ("workerId" uuid, "courseId" uuid, "completedAt" timestamptz, "answersUntil" timestamptz)
    order by "workerId", "courseId", "completedAt" desc
  )`;

/** The needs for which the assignments were made that are closed. */
const ASSIGNED_FOR = `
  with ${GIVEN}
  select distinct assignment.need_id as "needId" from given
    join assignment on assignment.tenant_id = ? and assignment.worker_id = given.worker_id and assignment.course_id = given.course_id
      and assignment.status = 'assigned' and assignment.assigned_at <= given.answers_until`;

const CLOSE = `
  with ${GIVEN}, done as (
    update assignment set status = 'completed', completed_at = given.completed_at, version = version + 1
    from given where assignment.tenant_id = ? and assignment.worker_id = given.worker_id and assignment.course_id = given.course_id
      and assignment.status = 'assigned' and assignment.assigned_at <= given.answers_until
    returning assignment.tenant_id, assignment.id, assignment.completed_at
  ), told as (
    insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
    select tenant_id, uuid_next(), ?, 'assignment.completed', 'assignment', id::text, '{"status":"assigned"}', jsonb_build_object('status', 'completed', 'completedAt', completed_at) from done
  )
  update need_person person set answered_at = answered."completedAt"
  from jsonb_to_recordset(?::jsonb) as answered ("needId" uuid, "workerId" uuid, "completedAt" timestamptz)
  where person.tenant_id = ? and person.need_id = answered."needId" and person.worker_id = answered."workerId" and person.answered_at is null`;
