import { sql } from '@mikro-orm/postgresql';
import { type Transaction, byKey, inTenantsOf } from '#platform/database';
import type { NeedOfTenant } from '../gaps/regroup.js';
import { returnToEarlierOffers } from '../lifecycle/earlier-offers.js';
import { withdrawUnassigned } from '../lifecycle/withdraw-unassigned.js';
import { eachTenant } from './each-tenant.js';
import { RESOLVER } from './recommendation-changes.js';

/** Somebody whom the need with the id no longer reaches. */
interface UnreachedPerson extends NeedOfTenant {
  readonly workerId: string;
}

/**
 * Ends the offers of needs that have lost the last person who takes the course. That person had it by another need, and
 * keeps it. The needs return to an earlier offer, or are open again.
 * @returns the needs that are open again
 */
export async function endUntakenOffers(
  tx: Transaction,
  unreached: readonly UnreachedPerson[],
): Promise<NeedOfTenant[]> {
  const people = await ofOfferedNeeds(tx, unreached);
  if (people.length === 0) return [];
  const offered = await tx.execute<Array<NeedOfTenant & { courseId: string }>>(sql`
    select distinct gone."tenantId", gone.id, gone."courseId"
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as gone ("tenantId" uuid, id uuid, "courseId" uuid,
        "workerId" uuid)
      cross join lateral ${byKey('assignment', sql`tenant_id = gone."tenantId" and worker_id = gone."workerId"`)}
    where assignment.course_id = gone."courseId" and assignment.status = 'assigned'`);
  const courses = new Map(offered.map(({ id, courseId }) => [id, courseId]));
  return eachTenant(tx, offered, async (tenantTx, needIds) => {
    const removed = needIds.flatMap((needId) => {
      const courseId = courses.get(needId);
      return courseId === undefined ? [] : [{ needId, courseId, isShared: true }];
    });
    await returnToEarlierOffers(tenantTx, removed);
    return withdrawUnassigned(tenantTx, needIds, { actor: RESOLVER, reason: 'moved' });
  });
}

/** Those of the people whose needs are offered, with the course. Most needs are not, and may have lost a whole site. */
async function ofOfferedNeeds(
  tx: Transaction,
  unreached: readonly UnreachedPerson[],
): Promise<Array<UnreachedPerson & { readonly courseId: string }>> {
  if (unreached.length === 0) return [];
  const needs = [...new Map(unreached.map(({ tenantId, id }) => [id, { tenantId, id }])).values()];
  const offered = await tx.execute<Array<{ id: string; courseId: string }>>(sql`
    select id, offered_course_id as "courseId" from need
    where ${inTenantsOf(sql`need`, needs)} and status in ('offered', 'in_progress') and offered_course_id is not null`);
  const courses = new Map(offered.map(({ id, courseId }) => [id, courseId]));
  return unreached.flatMap(({ tenantId, id, workerId }) => {
    const courseId = courses.get(id);
    return courseId === undefined ? [] : [{ tenantId, id, workerId, courseId }];
  });
}
