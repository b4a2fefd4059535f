import { type TenantTransaction } from '#platform/database';
import { keepingEvents } from '../events/keep-events.js';
import { type Eligibility, type PlannedOffer, eligibilityOf } from './eligibility.js';
import type { ReachedPeople } from './reached-people.js';

/** How many people each fate has, in one offer or several. */
export interface PeopleCounts {
  readonly assigned: number;
  readonly alreadyAssigned: number;
  readonly alreadyValid: number;
  readonly exempt: number;
  readonly left: number;
}

export const NOBODY: PeopleCounts = { assigned: 0, alreadyAssigned: 0, alreadyValid: 0, exempt: 0, left: 0 };

/**
 * Assigns a course to the people of each offer who need it, in one statement. Whoever has an open assignment of the
 * course keeps it, and whoever needs the course no more has answered what the need asks. Repeating it changes nothing.
 * One at a time in a tenant: so the people who are found to have no assignment have none, and a plain insert, much
 * faster than one that looks for conflicts, is enough.
 * @returns how many people each offer has of each fate, by need
 */
export async function assignPeople(
  tx: TenantTransaction,
  operationId: string,
  offers: readonly PlannedOffer[],
  reached: ReachedPeople,
  validSince: string,
): Promise<ReadonlyMap<string, PeopleCounts>> {
  await tx.execute("select pg_advisory_xact_lock(hashtextextended('assign:' || ?, 0))", [tx.tenantId]);
  const { sql, values } = await eligibilityOf(tx, offers, reached, validSince);
  const rows = await tx.execute<Array<{ needId: string; fate: Eligibility | 'assigned'; people: number }>>(
    `${sql}${ASSIGN}`,
    [...values, operationId, tx.tenantId, tx.tenantId],
  );
  const counts = new Map<string, PeopleCounts>();
  for (const [needId, fates] of Map.groupBy(rows, (row) => row.needId)) {
    const people = (fate: Eligibility | 'assigned'): number => fates.find((row) => row.fate === fate)?.people ?? 0;
    const assigned = people('assigned');
    const alreadyAssigned = people('already_assigned') + people('will_assign') - assigned;
    counts.set(needId, {
      assigned,
      alreadyAssigned,
      alreadyValid: people('already_valid'),
      exempt: people('exempt'),
      left: people('left'),
    });
  }
  return counts;
}

/** Two needs of the set may want the same of a person: one assignment is made. */
const ASSIGN = `, assigned as (
    insert into assignment (tenant_id, id, worker_id, course_id, need_id, operation_id, due_at)
    select tenant_id, uuid_next(), worker_id, course_id, need_id, ?, due_at from (
      select distinct on (worker_id, course_id) * from judged where fate = 'will_assign' order by worker_id, course_id, need_id
    ) as once
    returning tenant_id, id, need_id
  ), kept as (
    ${keepingEvents('assignment.created', 'assigned')}
  ), answered as (
    update need_person set answered_at = now() where tenant_id = ? and need_id = any (array(select need_id from offered)) and answered_at is null
      and worker_id = any (array(select worker_id from judged where fate in ('already_valid', 'exempt')))
      and (need_id, worker_id) in (select need_id, worker_id from judged where fate in ('already_valid', 'exempt'))
  )
  select need_id as "needId", fate, count(*)::integer as people from judged group by need_id, fate
  union all
  select need_id, 'assigned', count(*)::integer from assigned group by need_id`;
