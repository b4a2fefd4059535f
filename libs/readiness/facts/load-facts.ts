import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import {
  type IdOfTenant,
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  byKey,
  inTenantsOf,
  isOneOf,
  tenantsOf,
} from '#platform/database';
import { nameKeyOf } from '#platform/text';
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
import { instantOf, millis } from './millis.js';

/** Required courses that a worker has completed, the latest: more than there are requirements of one worker. */
const MAX_COMPLETIONS = 1_000;

type Owned<Fact> = Fact & OfTenant & { readonly workerId: string };

/** As {@link loadFactsOfTenants}, of workers of the tenant of the transaction. */
export function loadFacts(tx: TenantTransaction, workerIds: readonly string[], at: number): Promise<WorkerFacts[]> {
  const { tenantId } = tx;
  return loadFactsOfTenants(
    tx,
    workerIds.map((id) => ({ tenantId, id })),
    at,
  );
}

/**
 * All that is known of these workers, in one statement for each kind of fact.
 * @param given at most a few thousand; workers who left, or never were, are left out of the answer
 * @param at the instant for which the rule is applied, or the first of several, in milliseconds since the epoch
 */
export async function loadFactsOfTenants(
  tx: Transaction,
  given: readonly IdOfTenant[],
  at: number,
): Promise<WorkerFacts[]> {
  if (given.length === 0) return [];
  const workers = await loadWorkers(tx, given);
  if (workers.length === 0) return [];
  const credentials = byWorker(await loadCredentials(tx, given));
  const steps = byWorker(await loadSteps(tx, given));
  const needs = byWorker(await loadNeeds(tx, given));
  const assignments = byWorker(await loadAssignments(tx, given));
  const completions = byWorker(await loadCompletions(tx, given, at));
  const waivers = byWorker(await loadWaivers(tx, given));
  return workers.map((worker) => {
    const key = keyOf(worker.tenantId, worker.id);
    return {
      worker,
      credentials: credentials.get(key) ?? [],
      steps: steps.get(key) ?? [],
      needs: needs.get(key) ?? [],
      assignments: assignments.get(key) ?? [],
      completions: completions.get(key) ?? [],
      waivers: waivers.get(key) ?? [],
    };
  });
}

function byWorker<Fact extends { readonly workerId: string } & OfTenant>(facts: readonly Fact[]): Map<string, Fact[]> {
  return Map.groupBy(facts, ({ tenantId, workerId }) => keyOf(tenantId, workerId));
}

function keyOf(tenantId: string, workerId: string): string {
  return `${tenantId} ${workerId}`;
}

/** The columns that name the worker of a row. */
const WORKER = sql`tenant_id, worker_id`;
const WORKER_COLUMNS = sql`tenant_id as "tenantId", worker_id as "workerId"`;

/** The condition that a row is about one of these workers. */
function ofWorkers(table: SqlFragment, workers: readonly IdOfTenant[]): SqlFragment {
  return inTenantsOf(table, workers, sql`worker_id`);
}

async function loadWorkers(tx: Transaction, workers: readonly IdOfTenant[]): Promise<WorkerFact[]> {
  const rows = await tx.execute<Array<Omit<WorkerFact, 'roleKey'>>>(sql`
    select tenant_id as "tenantId", id, name, site_id as "siteId", role, ${millis(sql`created_at`)} as "createdAt",
      coalesce((select json_agg(group_id) from worker_group_member member
        where member.tenant_id = worker.tenant_id and member.worker_id = worker.id), '[]') as "groupIds"
    from worker where ${inTenantsOf(sql`worker`, workers)} and active`);
  return rows.map((row) => ({ ...row, roleKey: row.role === null ? null : nameKeyOf(row.role) }));
}

async function loadCredentials(tx: Transaction, workers: readonly IdOfTenant[]): Promise<Array<Owned<CredentialFact>>> {
  const rows = await tx.execute<Array<Omit<Owned<CredentialFact>, 'gap'>>>(
    firstOfEach(sql`
      select ${WORKER_COLUMNS}, id, name, name_key as key,
        ${millis(sql`coalesce(expires_at, 'infinity')`)} as "expiresAt",
        ${placeBy(sql`expires_at nulls last, id`, WORKER)}
      from credential where ${ofWorkers(sql`credential`, workers)} and superseded_at is null`),
  );
  return rows.map((row) => ({ ...row, gap: topicIdentity(row.name) }));
}

async function loadSteps(tx: Transaction, workers: readonly IdOfTenant[]): Promise<Array<Owned<StepFact>>> {
  const rows = await tx.execute<Array<Omit<Owned<StepFact>, 'gap'>>>(
    firstOfEach(sql`
      select ${WORKER_COLUMNS}, id, step, ${millis(sql`created_at`)} as "createdAt",
        ${millis(sql`coalesce(done_at, 'infinity')`)} as "doneAt", ${placeBy(sql`created_at, id`, WORKER)}
      from onboarding_step where ${ofWorkers(sql`onboarding_step`, workers)} and (done_at is null or done_at > now())`),
  );
  return rows.map((row) => ({ ...row, gap: topicIdentity(row.step) }));
}

async function loadNeeds(tx: Transaction, workers: readonly IdOfTenant[]): Promise<Array<Owned<NeedFact>>> {
  const rows = await tx.execute<Array<Owned<NeedFactRow>>>(
    firstOfEach(sql`
      select person.tenant_id as "tenantId", person.worker_id as "workerId", ${NEED_FACT_COLUMNS},
        ${placeBy(sql`need.severity desc, need.id`, sql`person.tenant_id, person.worker_id`)}
      from need_person person
        cross join lateral ${byKey('need', sql`tenant_id = person.tenant_id and id = person.need_id`)}
      where ${ofWorkers(sql`person`, workers)} and person.answered_at is null and need.closed_at is null`),
  );
  return rows.map((row) => ({ tenantId: row.tenantId, workerId: row.workerId, ...needFact(row) }));
}

interface AssignmentRow extends OfTenant {
  readonly workerId: string;
  readonly id: string;
  readonly needId: string | null;
  readonly needTopic: string | null;
  readonly courseId: string;
  readonly title: string | null;
  readonly topics: readonly string[] | null;
  readonly dueAt: number;
}

async function loadAssignments(tx: Transaction, workers: readonly IdOfTenant[]): Promise<Array<Owned<AssignmentFact>>> {
  const rows = await tx.execute<AssignmentRow[]>(
    firstOfEach(sql`
    select assignment.tenant_id as "tenantId", assignment.worker_id as "workerId", assignment.id,
      assignment.need_id as "needId", need.topic as "needTopic", assignment.course_id as "courseId", course.title,
      to_json(course.topics) as topics, ${millis(sql`assignment.due_at`)} as "dueAt",
      ${placeBy(sql`assignment.due_at, assignment.id`, sql`assignment.tenant_id, assignment.worker_id`)}
    from assignment
      left join lateral ${byKey('need', sql`tenant_id = assignment.tenant_id and id = assignment.need_id`)} on true
      left join lateral ${byKey('course', sql`tenant_id = assignment.tenant_id and id = assignment.course_id`)} on true
    where ${ofWorkers(sql`assignment`, workers)} and assignment.status = 'assigned'`),
  );
  return rows.map(({ tenantId, workerId, id, needId, needTopic, courseId, title, topics, dueAt }) => ({
    tenantId,
    workerId,
    id,
    needId,
    courseId,
    courseTitle: title ?? 'A course that is no longer in the library',
    gap: needTopic === null ? courseGap({ title: title ?? courseId, topics: topics ?? [] }) : topicIdentity(needTopic),
    dueAt,
  }));
}

interface CompletionRow extends OfTenant {
  readonly workerId: string;
  readonly courseId: string;
  readonly latest: number;
  readonly latestOn: string | null;
  /** The latest until the instant; null: there is none. */
  readonly before: number | null;
  readonly beforeOn: string | null;
}

/** A completion without a course cannot meet a requirement. */
async function loadCompletions(
  tx: Transaction,
  workers: readonly IdOfTenant[],
  at: number,
): Promise<Array<Owned<CompletionFact>>> {
  const time = millis(sql`completed_at`);
  const lastDay = sql`array_agg(completed_on::text order by completed_at desc)`;
  const isBefore = sql`filter (where completed_at <= ${instantOf(at)})`;
  const rows = await tx.execute<CompletionRow[]>(
    firstOfEach(
      sql`
      select ${WORKER_COLUMNS}, course_id as "courseId", max(${time}) as latest, (${lastDay})[1] as "latestOn",
        max(${time}) ${isBefore} as before, (${lastDay} ${isBefore})[1] as "beforeOn",
        ${placeBy(sql`max(completed_at) desc`, WORKER)}
      from completion
      where ${ofWorkers(sql`completion`, workers)}
        and (tenant_id, course_id) in (
          select requirement.tenant_id, requirement.course_id from requirement
          where ${isOneOf(sql`requirement.tenant_id`, tenantsOf(workers))} and requirement.course_id is not null)
      group by tenant_id, worker_id, course_id`,
      MAX_COMPLETIONS,
    ),
  );
  return rows.flatMap(({ tenantId, workerId, courseId, latest, latestOn, before, beforeOn }) => {
    const last = { tenantId, workerId, courseId, completedAt: latest, completedOn: latestOn };
    return before === null || before === latest
      ? [last]
      : [last, { ...last, completedAt: before, completedOn: beforeOn }];
  });
}

async function loadWaivers(tx: Transaction, workers: readonly IdOfTenant[]): Promise<Array<Owned<WaiverFact>>> {
  return tx.execute<Array<Owned<WaiverFact>>>(
    firstOfEach(sql`
      select ${WORKER_COLUMNS}, requirement_id as "requirementId", credential_key as "credentialKey",
        need_id as "needId", ${millis(sql`until`)} as until, ${placeBy(sql`waiver.until, id`, WORKER)}
      from waiver where ${ofWorkers(sql`waiver`, workers)} and until > now()`),
  );
}
