import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';

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

/** Stores completions, which later offers read. @returns the new ones */
export function storeCompletions(
  tx: TenantTransaction,
  completions: readonly StoredCompletion[],
): Promise<StoredCompletion[]> {
  return tx.execute<StoredCompletion[]>(sql`
  insert into completion (tenant_id, id, worker_id, course_id, topic, completed_at)
  select ${tx.tenantId}::uuid, uuid_next(), "workerId", "courseId", topic, "completedAt"
  from jsonb_to_recordset(${JSON.stringify(completions)}::jsonb) as reported ("workerId" uuid, "courseId" uuid,
      topic text, "completedAt" timestamptz)
  on conflict do nothing
  returning worker_id as "workerId", course_id as "courseId", topic, completed_at as "completedAt"`);
}
