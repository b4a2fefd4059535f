import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, sqlArray } from '#platform/database';
import type { NeedChange } from '../need-changes.js';
import { type AnsweredShare, answeredNeeds } from './answered-needs.js';
import { completeAnswered } from './complete-answered.js';
import type { Completion } from './completion.js';
import { lockAssigning } from './lock-assigning.js';

/**
 * Applies completions: closes the workers' open assignments of the courses, their needs, and their shares of cohort
 * needs. A need is closed if one of the courses is offered for it or, if no course is offered, recommended. The number
 * of statements does not depend on the number of completions.
 * @returns the moved needs, and all workers of the completions
 */
export async function applyCompletions(
  tx: TenantTransaction,
  completions: readonly Completion[],
  actor: string,
): Promise<NeedChange> {
  if (completions.length === 0) return { needIds: [], workerIds: [] };
  await lockToComplete(tx, completions);
  const { answered, needIds } = await lockConcerned(tx, completions);
  await tx.execute(closeStatement(tx.tenantId, rowsOf(completions), answered, actor));
  return {
    needIds: await completeAnswered(tx, needIds, actor),
    workerIds: completions.map(({ workerId }) => workerId),
  };
}

/**
 * Takes the locks that applying completions needs, before any row of an assignment is locked. An offer may rely on an
 * assignment that is about to be completed: it has committed, or waits, once no other transaction assigns a course.
 */
export async function lockToComplete(tx: TenantTransaction, completions: readonly Completion[]): Promise<void> {
  await lockConcerned(tx, completions);
  await lockAssigning(tx);
}

/** The completions as JSON, one for each course. */
function rowsOf(completions: readonly Completion[]): string {
  return JSON.stringify(
    completions.flatMap(({ courseIds, ...completion }) => courseIds.map((courseId) => ({ courseId, ...completion }))),
  );
}

/** What completions close. */
interface Concerned {
  readonly answered: readonly AnsweredShare[];
  readonly needIds: readonly string[];
}

/** Locks the needs that completions close or start, before their people, in the order in which recording locks them. */
async function lockConcerned(tx: TenantTransaction, completions: readonly Completion[]): Promise<Concerned> {
  const answered = await answeredNeeds(tx, completions);
  const assigned = await tx.execute<Array<{ needId: string }>>(assignedNeeds(tx.tenantId, rowsOf(completions)));
  const needIds = [...new Set([...answered, ...assigned].map(({ needId }) => needId))];
  await tx.execute(
    sql`select from need where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])
        order by dedupe_key collate "C", id for update`,
  );
  return { answered, needIds };
}

/** The latest completion of each worker and course, as a common table expression. */
function givenCompletions(given: string): SqlFragment {
  return sql`given as materialized (
    select distinct on ("workerId", "courseId") "workerId" as worker_id, "courseId" as course_id,
      "completedAt" as completed_at, coalesce("answersUntil", 'infinity') as answers_until
    from jsonb_to_recordset(${given}::jsonb) as given ("workerId" uuid, "courseId" uuid, "completedAt" timestamptz,
        "answersUntil" timestamptz)
    order by "workerId", "courseId", "completedAt" desc
  )`;
}

/** The needs of the assignments that the completions close. */
function assignedNeeds(tenantId: string, given: string): SqlFragment {
  return sql`
  with ${givenCompletions(given)}
  select distinct assignment.need_id as "needId" from given
    join assignment on assignment.tenant_id = ${anyTenant(tenantId)} and assignment.worker_id = given.worker_id
      and assignment.course_id = given.course_id
      and assignment.status = 'assigned' and assignment.assigned_at <= given.answers_until
        and assignment.need_id is not null`;
}

/** As JavaScript writes times, and all other entries of the audit log have them. */
const ISO_UTC = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

/** Completes the assignments, each with its entry in the audit log, and the people's shares of needs. */
function closeStatement(
  tenantId: string,
  given: string,
  answered: readonly AnsweredShare[],
  actor: string,
): SqlFragment {
  return sql`
  with ${givenCompletions(given)}, done as (
    update assignment set status = 'completed', completed_at = given.completed_at, version = version + 1
    from given where assignment.tenant_id = ${anyTenant(tenantId)} and assignment.worker_id = given.worker_id
      and assignment.course_id = given.course_id
      and assignment.status = 'assigned' and assignment.assigned_at <= given.answers_until
    returning assignment.tenant_id, assignment.id, assignment.completed_at
  ), audited as (
    insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
    select tenant_id, uuid_next(), ${actor}, 'assignment.completed', 'assignment', id::text, '{"status":"assigned"}',
      jsonb_build_object('status', 'completed', 'completedAt', to_char(completed_at at time zone 'UTC', ${ISO_UTC}))
    from done
  )
  update need_person person set answered_at = answered."completedAt"
  from jsonb_to_recordset(${JSON.stringify(answered)}::jsonb) as answered ("needId" uuid, "workerId" uuid,
      "completedAt" timestamptz)
  where person.tenant_id = ${anyTenant(tenantId)} and person.need_id = answered."needId"
    and person.worker_id = answered."workerId"
    and person.answered_at is null`;
}
