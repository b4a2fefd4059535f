import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';

/** A completion as it is kept: of a course or, where the library has none such, of a topic. */
export interface KeptCompletion {
  /** UUID. */
  readonly workerId: string;
  /** UUID; null: it has a topic. */
  readonly courseId: string | null;
  readonly topic: string | null;
  /** ISO 8601. */
  readonly completedAt: string;
}

/** Keeps completions, by which later offers know who has no need of the course. @returns those that were not there */
export function keepCompletions(
  tx: TenantTransaction,
  completions: readonly KeptCompletion[],
): Promise<KeptCompletion[]> {
  return tx.execute<KeptCompletion[]>(sql`
  insert into completion (tenant_id, id, worker_id, course_id, topic, completed_at)
  select ${tx.tenantId}::uuid, uuid_next(), "workerId", "courseId", topic, "completedAt"
  from jsonb_to_recordset(${JSON.stringify(completions)}::jsonb) as reported ("workerId" uuid, "courseId" uuid, topic text, "completedAt" timestamptz)
  on conflict do nothing
  returning worker_id as "workerId", course_id as "courseId", topic, completed_at as "completedAt"`);
}
