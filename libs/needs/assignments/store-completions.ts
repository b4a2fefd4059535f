import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { timeZone } from '#tenancy';

/** A row of `completion`: of a course or, if the library has no such course, of a topic. */
export interface StoredCompletion {
  /** UUID. */
  readonly workerId: string;
  /** UUID; null: it has a topic. */
  readonly courseId: string | null;
  readonly topic: string | null;
  /** ISO 8601. */
  readonly completedAt: string;
}

export interface NewCompletion extends StoredCompletion {
  /** The day that its source names; null: it names a time, or nothing. */
  readonly completedOn: string | null;
  /** The time that its source names, if that is later than `completedAt`; ISO 8601. */
  readonly namedAt: string | null;
}

/**
 * Stores completions, which later offers read. One on a day is known if there is one on that day: until the day is
 * over, it is reported with another time whenever its source sends it again. So it is after a change of the time zone.
 * Earlier releases have stored the beginning of the day in UTC if its source wrote that. One at a time that was later
 * than its arrival is known by that time.
 * @returns the new ones
 */
export function storeCompletions(
  tx: TenantTransaction,
  completions: readonly NewCompletion[],
): Promise<StoredCompletion[]> {
  return tx.execute<StoredCompletion[]>(sql`
  insert into completion (tenant_id, id, worker_id, course_id, topic, completed_on, completed_at, named_at)
  select ${tx.tenantId}::uuid, uuid_next(), "workerId", "courseId", topic, "completedOn", "completedAt", "namedAt"
  from jsonb_to_recordset(${JSON.stringify(completions)}::jsonb) as reported ("workerId" uuid, "courseId" uuid,
      topic text, "completedOn" date, "completedAt" timestamptz, "namedAt" timestamptz)
  where not exists (
    select from completion as known where known.tenant_id = ${tx.tenantId} and known.worker_id = "workerId"
      and (known.course_id, known.topic) is not distinct from ("courseId", reported.topic)
      and (known.named_at = coalesce("namedAt", "completedAt") or known.completed_on = "completedOn"
        or known.completed_at = "completedOn"::timestamp at time zone 'UTC'
        or known.completed_at >= start_of_day("completedOn", ${timeZone(tx.tenantId)})
          and known.completed_at < end_of_day("completedOn", ${timeZone(tx.tenantId)}))
  )
  on conflict do nothing
  returning worker_id as "workerId", course_id as "courseId", topic, completed_at as "completedAt"`);
}
