import { sql } from '@mikro-orm/postgresql';
import { findWorkers } from '#directory';
import { type SqlFragment, type TenantTransaction, anyTenant, isoTime } from '#platform/database';
import { COMPLETION_DATE_FIELDS, type CompletionStatus, completionDate } from '#signals';
import { datesOf } from '../signals/dates-of.js';

/** A reported completion that is not applied yet. */
export interface ReportedCompletion {
  /** The signal's UUID. */
  readonly id: string;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
  readonly learnerId: string | null;
  readonly topic: string | null;
  /** Names or ids of courses. */
  readonly courses: readonly string[];
  /** The day that its source names; null: it names a time, or nothing. */
  readonly completedOn: string | null;
  /** ISO 8601. */
  readonly completedAt: string;
  /** The time that its source names, if that is later than `completedAt`; ISO 8601. */
  readonly namedAt: string | null;
  /** UUID; null: no worker in the directory has one of the keys. */
  readonly workerId: string | null;
}

/**
 * The next completions to be applied, with their workers, locked. Completions that were reported after a need that has
 * never been resolved wait: the engine does not know yet whom the need reaches, and the completion may answer it.
 */
export async function nextCompletions(tx: TenantTransaction, limit: number): Promise<ReportedCompletion[]> {
  const reported = await tx.execute<Array<Omit<ReportedCompletion, 'workerId' | 'namedAt'> & { event: object | null }>>(
    nextStatement(tx.tenantId, limit),
  );
  const workerIds = await findWorkers(tx, reported);
  return reported.map(({ event, ...completion }, index) => {
    const completedAt = isoTime(completion.completedAt);
    return { ...completion, completedAt, namedAt: laterTime(event, completedAt), workerId: workerIds[index] ?? null };
  });
}

/** The time that an event names, if it is later: the clock of its source may run ahead. */
function laterTime(event: object | null, completedAt: string): string | null {
  const { time } = completionDate({ ...event });
  return time !== null && Date.parse(time) > Date.parse(completedAt) ? time : null;
}

function nextStatement(tenantId: string, limit: number): SqlFragment {
  return sql`
  select id, external_worker_id as "externalWorkerId", email, learner_id as "learnerId", topic, courses,
    completed_on::text as "completedOn", completed_at as "completedAt", (
      select ${datesOf(sql`raw -> 'data'`, sql`raw #> '{data,payload}'`, COMPLETION_DATE_FIELDS)} from signal
      where signal.tenant_id = completion_signal.tenant_id and signal.id = completion_signal.id
        and completion_signal.completed_on is null
    ) as event
  from completion_signal
  where tenant_id = ${tenantId} and status = 'waiting' and id < coalesce((
    select uuid_floor(min(first_seen_at)) from need
    where tenant_id = ${tenantId} and unresolved_since is not null and unresolved_since <= now() and resolved_at is null
  ), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  order by id limit ${limit} for update of completion_signal skip locked`;
}

/** The result of applying a reported completion. */
export interface CompletionResult {
  /** The signal's UUID. */
  readonly id: string;
  readonly status: CompletionStatus;
  /** UUIDs. */
  readonly courseIds: readonly string[];
}

/** Stores the results of reported completions. */
export async function storeResults(tx: TenantTransaction, results: readonly CompletionResult[]): Promise<void> {
  await tx.execute(
    sql`update completion_signal set status = result.status,
      course_ids = array(select jsonb_array_elements_text(result."courseIds")::uuid)
        from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as result (id uuid, status text, "courseIds" jsonb)
        where completion_signal.tenant_id = ${anyTenant(tx.tenantId)} and completion_signal.id = result.id`,
  );
}
