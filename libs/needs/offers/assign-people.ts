import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment, TenantTransaction } from '#platform/database';
import { lockAssigning } from '../assignments/lock-assigning.js';
import { keepingEvents } from '../events/keep-events.js';
import { type Eligibility, eligibilityOf } from './eligibility.js';
import type { PlannedOffers } from './planned-offer.js';
import type { ReachedPeople } from './reached-people.js';

/** How many people have each eligibility, in one offer or several. */
export interface PeopleCounts {
  readonly assigned: number;
  readonly alreadyAssigned: number;
  readonly alreadyValid: number;
  readonly exempt: number;
  readonly left: number;
}

export const NOBODY: PeopleCounts = { assigned: 0, alreadyAssigned: 0, alreadyValid: 0, exempt: 0, left: 0 };

/**
 * Assigns a course to the people of each offer who need it, in one statement. A person with an open assignment of the
 * course keeps it; for a person who does not need the course the need is closed. Repeating the call changes nothing.
 * The tenant's calls are serialized: no other transaction assigns a course between the check and the insert, so a
 * plain insert is enough, which is much faster than ON CONFLICT.
 * @returns the counts of each offer, by its index
 */
export async function assignPeople(
  tx: TenantTransaction,
  operationId: string,
  offers: PlannedOffers,
  reached: ReachedPeople,
): Promise<ReadonlyMap<number, PeopleCounts>> {
  await lockAssigning(tx);
  const eligibility = await eligibilityOf(tx, offers, reached);
  const rows = await tx.execute<Array<{ offer: number; outcome: Eligibility | 'assigned'; people: number }>>(
    assignStatement(tx.tenantId, eligibility, operationId),
  );
  const counts = new Map<number, PeopleCounts>();
  for (const [offer, counted] of Map.groupBy(rows, (row) => row.offer)) {
    const people = (outcome: Eligibility | 'assigned'): number =>
      counted.find((row) => row.outcome === outcome)?.people ?? 0;
    const assigned = people('assigned');
    const alreadyAssigned = people('already_assigned') + people('will_assign') - assigned;
    counts.set(offer, {
      assigned,
      alreadyAssigned,
      alreadyValid: people('already_valid'),
      exempt: people('exempt'),
      left: people('left'),
    });
  }
  return counts;
}

/** Inserts the assignments, and closes the need for people who need none. */
function assignStatement(tenantId: string, eligibility: SqlFragment, operationId: string): SqlFragment {
  // If several offers reach a person with the same course, they share one assignment, that of a need first.
  return sql`${eligibility}, once as materialized (
    select distinct on (worker_id, course_id) * from eligibility where outcome = 'will_assign'
    order by worker_id, course_id, need_id, offer
  ), assigned as (
    insert into assignment (tenant_id, id, worker_id, course_id, need_id, operation_id, due_on, due_at)
    select tenant_id, uuid_next(), worker_id, course_id, need_id, ${operationId}, due_on, due_at from once
    returning tenant_id, id
  ), kept as (
    ${keepingEvents('assignment.created', sql`assigned`, tenantId)}
  ), answered as (
    update need_person set answered_at = now()
    where tenant_id = ${tenantId} and need_id = any (array(select need_id from offered)) and answered_at is null
      and worker_id = any (array(select worker_id from eligibility where outcome in ('already_valid', 'exempt')))
      and (need_id, worker_id) in (select need_id, worker_id from eligibility
          where outcome in ('already_valid', 'exempt'))
  )
  select offer, outcome, count(*)::integer as people from eligibility group by offer, outcome
  union all
  select offer, 'assigned', count(*)::integer from once group by offer`;
}
