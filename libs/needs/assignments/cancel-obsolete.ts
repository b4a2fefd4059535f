import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, byKey, sqlArray } from '#platform/database';
import { lockAssigningOfTenants } from './lock-assigning.js';

/**
 * Cancels the open assignments that were made for these closed needs, unless another need of the same person that is
 * not closed has the course offered. An offer that relies on one of them has committed by then, or makes its own.
 * @param why.mayWait for another transaction that assigns courses in the tenant
 * @returns the ids of their workers
 * @throws LockedOut if it may not wait for it
 */
export async function cancelObsolete(
  tx: TenantTransaction,
  needIds: readonly string[],
  { actor, reason, mayWait }: { actor: string; reason: string; mayWait: boolean },
): Promise<string[]> {
  await lockAssigningOfTenants(tx, [tx.tenantId], mayWait);
  const cancelled = await tx.execute<Array<{ workerId: string }>>(sql`
  with cancelled as (
    update assignment set status = 'cancelled', cancelled_at = now(), version = version + 1
    where tenant_id = ${tx.tenantId} and need_id = any (${sqlArray(needIds)}::uuid[]) and status = 'assigned'
      and not exists (
      select from need_person person
        cross join lateral ${byKey('need', sql`tenant_id = person.tenant_id and id = person.need_id`)}
      where person.tenant_id = assignment.tenant_id and person.worker_id = assignment.worker_id
        and need.closed_at is null and need.offered_course_id = assignment.course_id
    )
    returning tenant_id, id, worker_id
  ), audited as (
    insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
    select tenant_id, uuid_next(), ${actor}, 'assignment.cancelled', 'assignment', id::text, '{"status":"assigned"}',
      jsonb_build_object('status', 'cancelled', 'reason', ${reason}::text) from cancelled
  )
  select worker_id as "workerId" from cancelled`);
  return cancelled.map(({ workerId }) => workerId);
}
