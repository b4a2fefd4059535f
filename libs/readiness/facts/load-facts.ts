import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { nameKeyOf } from '#directory';
import { type TenantTransaction, sqlArray } from '#platform/database';
import type {
  AssignmentFact,
  CompletionFact,
  CredentialFact,
  NeedFact,
  StepFact,
  WaiverFact,
  WorkerFact,
  WorkerFacts,
} from '../rule/facts.js';
import { courseGap } from './course-gap.js';
import { firstOfEach, placeBy } from './first-of-each.js';
import { NEED_FACT_COLUMNS, type NeedFactRow, needFact } from './need-fact.js';
import { millis } from './millis.js';

/** Completions of required courses, the latest: more than there are requirements of one worker. */
const MOST_COMPLETIONS = 1_000;

type Owned<Fact> = Fact & { readonly workerId: string };

/**
 * All that is known of these workers, in one statement for each kind of fact.
 * @param workerIds UUIDs of at most a few thousand; workers who left, or never were, are left out of the answer
 */
export async function loadFacts(tx: TenantTransaction, workerIds: readonly string[]): Promise<WorkerFacts[]> {
  const ids = sqlArray(workerIds);
  const workers = await loadWorkers(tx, ids);
  if (workers.length === 0) return [];
  const credentials = byWorker(await loadCredentials(tx, ids));
  const steps = byWorker(await loadSteps(tx, ids));
  const needs = byWorker(await loadNeeds(tx, ids));
  const assignments = byWorker(await loadAssignments(tx, ids));
  const completions = byWorker(await loadCompletions(tx, ids));
  const waivers = byWorker(await loadWaivers(tx, ids));
  return workers.map((worker) => ({
    worker,
    credentials: credentials.get(worker.id) ?? [],
    steps: steps.get(worker.id) ?? [],
    needs: needs.get(worker.id) ?? [],
    assignments: assignments.get(worker.id) ?? [],
    completions: completions.get(worker.id) ?? [],
    waivers: waivers.get(worker.id) ?? [],
  }));
}

function byWorker<Fact extends { readonly workerId: string }>(facts: readonly Fact[]): Map<string, Fact[]> {
  return Map.groupBy(facts, ({ workerId }) => workerId);
}

async function loadWorkers(tx: TenantTransaction, ids: string): Promise<WorkerFact[]> {
  const rows = await tx.execute<Array<Omit<WorkerFact, 'roleKey'>>>(sql`
    select id, name, site_id as "siteId", role, ${millis(sql`created_at`)} as "createdAt",
      coalesce((select json_agg(group_id) from worker_group_member member
        where member.tenant_id = worker.tenant_id and member.worker_id = worker.id), '[]') as "groupIds"
    from worker where tenant_id = ${tx.tenantId} and id = any (${ids}::uuid[]) and active`);
  return rows.map((row) => ({ ...row, roleKey: row.role === null ? null : nameKeyOf(row.role) }));
}

async function loadCredentials(tx: TenantTransaction, ids: string): Promise<Array<Owned<CredentialFact>>> {
  const rows = await tx.execute<Array<Omit<Owned<CredentialFact>, 'gap'>>>(
    firstOfEach(sql`
      select worker_id as "workerId", id, name, name_key as key, ${millis(sql`coalesce(expires_at, 'infinity')`)} as "expiresAt",
        ${placeBy(sql`expires_at nulls last, id`)}
      from credential where tenant_id = ${tx.tenantId} and worker_id = any (${ids}::uuid[]) and superseded_at is null`),
  );
  return rows.map((row) => ({ ...row, gap: topicIdentity(row.name) }));
}

async function loadSteps(tx: TenantTransaction, ids: string): Promise<Array<Owned<StepFact>>> {
  const rows = await tx.execute<Array<Omit<Owned<StepFact>, 'gap'>>>(
    firstOfEach(sql`
      select worker_id as "workerId", id, step, ${millis(sql`created_at`)} as "createdAt",
        ${millis(sql`coalesce(done_at, 'infinity')`)} as "doneAt", ${placeBy(sql`created_at, id`)}
      from onboarding_step where tenant_id = ${tx.tenantId} and worker_id = any (${ids}::uuid[])
        and (done_at is null or done_at > now())`),
  );
  return rows.map((row) => ({ ...row, gap: topicIdentity(row.step) }));
}

async function loadNeeds(tx: TenantTransaction, ids: string): Promise<Array<Owned<NeedFact>>> {
  const rows = await tx.execute<Array<Owned<NeedFactRow>>>(
    firstOfEach(sql`
      select person.worker_id as "workerId", ${NEED_FACT_COLUMNS},
        ${placeBy(sql`need.severity desc, need.id`, sql`person.worker_id`)}
      from need_person person join need on need.tenant_id = person.tenant_id and need.id = person.need_id
      where person.tenant_id = ${tx.tenantId} and person.worker_id = any (${ids}::uuid[]) and person.answered_at is null
        and need.tenant_id = ${tx.tenantId} and need.closed_at is null`),
  );
  return rows.map((row) => ({ workerId: row.workerId, ...needFact(row) }));
}

interface AssignmentRow {
  readonly workerId: string;
  readonly id: string;
  readonly needId: string | null;
  readonly needTopic: string | null;
  readonly courseId: string;
  readonly title: string | null;
  readonly topics: readonly string[] | null;
  readonly dueAt: number;
}

async function loadAssignments(tx: TenantTransaction, ids: string): Promise<Array<Owned<AssignmentFact>>> {
  const rows = await tx.execute<AssignmentRow[]>(
    firstOfEach(sql`
    select assignment.worker_id as "workerId", assignment.id, assignment.need_id as "needId", need.topic as "needTopic",
      assignment.course_id as "courseId", course.title, to_json(course.topics) as topics, ${millis(sql`assignment.due_at`)} as "dueAt",
      ${placeBy(sql`assignment.due_at, assignment.id`, sql`assignment.worker_id`)}
    from assignment
      left join need on need.tenant_id = assignment.tenant_id and need.id = assignment.need_id
      left join course on course.tenant_id = assignment.tenant_id and course.id = assignment.course_id
    where assignment.tenant_id = ${tx.tenantId} and assignment.worker_id = any (${ids}::uuid[]) and assignment.status = 'assigned'`),
  );
  return rows.map(({ workerId, id, needId, needTopic, courseId, title, topics, dueAt }) => ({
    workerId,
    id,
    needId,
    courseId,
    courseTitle: title ?? 'A course that is no longer in the library',
    gap: needTopic === null ? courseGap({ title: title ?? courseId, topics: topics ?? [] }) : topicIdentity(needTopic),
    dueAt,
  }));
}

/** The latest of each course; those that name no course complete none that a requirement could ask for. */
async function loadCompletions(tx: TenantTransaction, ids: string): Promise<Array<Owned<CompletionFact>>> {
  return tx.execute<Array<Owned<CompletionFact>>>(
    firstOfEach(
      sql`
      select worker_id as "workerId", course_id as "courseId", max(${millis(sql`completed_at`)}) as "completedAt",
        ${placeBy(sql`max(completed_at) desc`)}
      from completion
      where tenant_id = ${tx.tenantId} and worker_id = any (${ids}::uuid[])
        and course_id in (select course_id from requirement where tenant_id = ${tx.tenantId} and course_id is not null)
      group by worker_id, course_id`,
      MOST_COMPLETIONS,
    ),
  );
}

async function loadWaivers(tx: TenantTransaction, ids: string): Promise<Array<Owned<WaiverFact>>> {
  return tx.execute<Array<Owned<WaiverFact>>>(
    firstOfEach(sql`
      select worker_id as "workerId", requirement_id as "requirementId", credential_key as "credentialKey",
        need_id as "needId", ${millis(sql`until`)} as until, ${placeBy(sql`waiver.until, id`)}
      from waiver where tenant_id = ${tx.tenantId} and worker_id = any (${ids}::uuid[]) and until > now()`),
  );
}
