import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, byKey, sqlArray } from '#platform/database';

/** A need of a worker, locked until the transaction ends. */
export interface LockedNeed {
  readonly id: string;
  /** It is about one of the workers; false: about a site, or about somebody else. */
  readonly isOwn: boolean;
  /** UUID; null: no course is offered. */
  readonly offeredCourseId: string | null;
}

/**
 * Locks every open need that reaches one of the workers, or for which one of them has an open assignment, with the
 * others of its gap: an offer to somebody whom they do not reach makes one assignment for all of them. Uses one
 * statement, and the order in which recording locks needs.
 */
export function lockNeedsOf(tx: TenantTransaction, workerIds: readonly string[]): Promise<LockedNeed[]> {
  const { tenantId } = tx;
  const workers = sqlArray(workerIds);
  return tx.execute<LockedNeed[]>(sql`
  with concerned_worker as materialized (
    select unnest(${workers}::uuid[]) as worker_id
  ), assigned as materialized (
    select distinct need_id from concerned_worker one
    cross join lateral ${byKey('assignment', sql`tenant_id = ${anyTenant(tenantId)} and worker_id = one.worker_id`)}
    where assignment.status = 'assigned' and need_id is not null
  ), concerned as materialized (
    select need.id from concerned_worker one
    cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tenantId)} and worker_id = one.worker_id`)}
    where need.closed_at is null
    union
    select need_id from concerned_worker one
    cross join lateral ${byKey('need_person', sql`tenant_id = ${anyTenant(tenantId)} and worker_id = one.worker_id`)}
    union
    select need_id from assigned
    union
    select member.id from assigned
    cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tenantId)} and id = assigned.need_id`)}
    cross join lateral (
      select id from need as other where other.tenant_id = ${anyTenant(tenantId)} and other.gap_key = need.gap_key
        and other.closed_at is null offset 0
    ) as member
  )
  select need.id, audience_kind = 'worker' and worker_id in (select worker_id from concerned_worker) as "isOwn",
    offered_course_id as "offeredCourseId"
  from (
    select need.id as key from concerned
    cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tenantId)} and id = concerned.id`)}
    where closed_at is null order by dedupe_key collate "C", need.id
  ) as named cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tenantId)} and id = named.key`)}
where closed_at is null for update of need`);
}
