import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { MAX_FACTS, firstOfEach, placeBy } from '../../facts/first-of-each.js';
import { instantOf, millis } from '../../facts/millis.js';

/*
 * What the engine has on record about workers, with when and by whom it was recorded. Instants are milliseconds since
 * the epoch.
 */

interface Recorded {
  readonly workerId: string;
  readonly recordedAt: number;
  /** The actor in the audit log; null: an import or a source system. */
  readonly recordedBy: string | null;
}

export interface CredentialRecord extends Recorded {
  readonly id: string;
  readonly name: string;
  /** Null: it does not expire. */
  readonly expiresAt: number | null;
}

export interface StepRecord extends Recorded {
  readonly id: string;
  readonly step: string;
  readonly doneAt: number | null;
}

export interface CompletionRecord {
  readonly workerId: string;
  /** UUID; null: of a topic. */
  readonly courseId: string | null;
  /** The course, or the topic of a completion without a course. */
  readonly title: string;
  readonly completedAt: number;
  /** The day that was reported, whatever the time zone is now; null: a time was, or nothing. */
  readonly completedOn: string | null;
}

export interface WaiverRecord extends Recorded {
  readonly id: string;
  /** What is waived. */
  readonly what: string;
  readonly until: number;
  readonly note: string;
}

export interface Records {
  readonly credentials: ReadonlyMap<string, readonly CredentialRecord[]>;
  readonly steps: ReadonlyMap<string, readonly StepRecord[]>;
  readonly completions: ReadonlyMap<string, readonly CompletionRecord[]>;
  readonly waivers: ReadonlyMap<string, readonly WaiverRecord[]>;
}

/** Records of each kind that are read for one worker: the limit bounds the length of a document. */
export const MAX_RECORDS = MAX_FACTS;

/** @param workerIds UUIDs of at most a few hundred workers */
export async function readRecords(tx: TenantTransaction, workerIds: readonly string[], at: number): Promise<Records> {
  const isTheirs = sql`tenant_id = ${tx.tenantId} and worker_id = any (${sqlArray(workerIds)}::uuid[])`;
  return {
    credentials: byWorker(await readCredentials(tx, isTheirs)),
    steps: byWorker(await readSteps(tx, isTheirs)),
    completions: byWorker(await readCompletions(tx, isTheirs)),
    waivers: byWorker(await readWaivers(tx, isTheirs, at)),
  };
}

function byWorker<Row extends { readonly workerId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ workerId }) => workerId);
}

/** The actor of the latest change of a record, if the audit log has one. */
function actorOf(record: SqlFragment): SqlFragment {
  return sql`(
    select actor from audit_entry
    where audit_entry.tenant_id = ${record}.tenant_id and audit_entry.subject_id = ${record}.id::text
    order by audit_entry.id desc limit 1)`;
}

function readCredentials(tx: TenantTransaction, isTheirs: SqlFragment): Promise<CredentialRecord[]> {
  const first = firstOfEach(sql`
    select *, ${placeBy(sql`name_key, id`)} from credential where ${isTheirs} and superseded_at is null`);
  return tx.execute<CredentialRecord[]>(sql`
    select worker_id as "workerId", id, name, ${millis(sql`expires_at`)} as "expiresAt",
      ${millis(sql`updated_at`)} as "recordedAt", ${actorOf(sql`credential`)} as "recordedBy"
    from (${first}) as credential order by name_key, id`);
}

function readSteps(tx: TenantTransaction, isTheirs: SqlFragment): Promise<StepRecord[]> {
  const first = firstOfEach(sql`select *, ${placeBy(sql`step_key, id`)} from onboarding_step where ${isTheirs}`);
  return tx.execute<StepRecord[]>(sql`
    select worker_id as "workerId", id, step, ${millis(sql`done_at`)} as "doneAt",
      ${millis(sql`updated_at`)} as "recordedAt", ${actorOf(sql`onboarding_step`)} as "recordedBy"
    from (${first}) as onboarding_step order by step_key, id`);
}

/** The latest completion of each course and each topic. */
function readCompletions(tx: TenantTransaction, isTheirs: SqlFragment): Promise<CompletionRecord[]> {
  const latest = sql`
    select distinct on (worker_id, course_id, topic) * from completion where ${isTheirs}
    order by worker_id, course_id, topic, completed_at desc`;
  const first = firstOfEach(sql`select *, ${placeBy(sql`completed_at desc`)} from (${latest}) as completion`);
  return tx.execute<CompletionRecord[]>(sql`
    select worker_id as "workerId", course_id as "courseId", ${millis(sql`completed_at`)} as "completedAt",
      completed_on::text as "completedOn",
      coalesce((select title from course where course.tenant_id = completion.tenant_id
            and course.id = completion.course_id),
        topic, 'A course that is no longer in the library') as title
    from (${first}) as completion order by worker_id, course_id, topic`);
}

/** Those that have not ended. */
function readWaivers(tx: TenantTransaction, isTheirs: SqlFragment, at: number): Promise<WaiverRecord[]> {
  const first = firstOfEach(sql`
    select *, ${placeBy(sql`until, id`)} from waiver where ${isTheirs} and until > ${instantOf(at)}`);
  return tx.execute<WaiverRecord[]>(sql`
    select worker_id as "workerId", id, ${millis(sql`until`)} as until, note,
      ${millis(sql`created_at`)} as "recordedAt", created_by as "recordedBy",
      coalesce(credential,
        (select topic from need where need.tenant_id = waiver.tenant_id and need.id = waiver.need_id),
        (select coalesce(requirement.credential, course.title)
          from requirement left join course on course.tenant_id = requirement.tenant_id
            and course.id = requirement.course_id
          where requirement.tenant_id = waiver.tenant_id and requirement.id = waiver.requirement_id),
        'A need') as what
    from (${first}) as waiver order by until, id`);
}
