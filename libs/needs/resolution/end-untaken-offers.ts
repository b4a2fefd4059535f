import { sql } from '@mikro-orm/postgresql';
import { type Transaction, byKey } from '#platform/database';
import type { NeedOfTenant } from '../gaps/regroup.js';
import { returnToEarlierOffers } from '../lifecycle/earlier-offers.js';
import { withdrawUnassigned } from '../lifecycle/withdraw-unassigned.js';
import { eachTenant } from './each-tenant.js';
import { RESOLVER } from './recommendation-changes.js';

/**
 * Ends the offers of needs that have lost the last person who takes the course. That person had it by another need, and
 * keeps it. The needs return to an earlier offer, or are open again.
 * @param unreached people whom the need with the id no longer reaches
 * @returns the needs that are open again
 */
export async function endUntakenOffers(
  tx: Transaction,
  unreached: ReadonlyArray<NeedOfTenant & { readonly workerId: string }>,
): Promise<NeedOfTenant[]> {
  if (unreached.length === 0) return [];
  const people = JSON.stringify(unreached.map(({ tenantId, id, workerId }) => ({ tenantId, id, workerId })));
  const offered = await tx.execute<Array<NeedOfTenant & { courseId: string }>>(sql`
    select distinct need.tenant_id as "tenantId", need.id, need.offered_course_id as "courseId"
    from jsonb_to_recordset(${people}::jsonb) as gone ("tenantId" uuid, id uuid, "workerId" uuid)
      cross join lateral ${byKey('need', sql`tenant_id = gone."tenantId" and id = gone.id`)}
      cross join lateral ${byKey('assignment', sql`tenant_id = gone."tenantId" and worker_id = gone."workerId"`)}
    where need.status in ('offered', 'in_progress') and assignment.course_id = need.offered_course_id
      and assignment.status = 'assigned'`);
  const courses = new Map(offered.map(({ id, courseId }) => [id, courseId]));
  return eachTenant(tx, offered, async (part, needIds) => {
    const removed = needIds.flatMap((needId) => {
      const courseId = courses.get(needId);
      return courseId === undefined ? [] : [{ needId, courseId, isShared: true }];
    });
    await returnToEarlierOffers(part, removed);
    return withdrawUnassigned(part, needIds, { actor: RESOLVER, reason: 'moved' });
  });
}
