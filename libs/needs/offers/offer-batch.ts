import { type Operation, storeItems } from '#operations';
import type { TenantTransaction } from '#platform/database';
import { completeAnswered } from '../assignments/complete-answered.js';
import type { NeedChange } from '../need-changes.js';
import { NOBODY, type PeopleCounts, assignPeople } from './assign-people.js';
import { markOffered } from './mark-offered.js';
import type { OfferPlan } from './plan-offers.js';
import { reachedBy } from './reached-people.js';
import type { Target } from './target.js';

/** What carrying out a plan did. */
export interface OfferedBatch {
  /** The people of each need that was offered, by need. */
  readonly counts: ReadonlyMap<string, PeopleCounts>;
  readonly change: NeedChange;
}

/**
 * Executes a plan at once, for all people of its needs, which are items of the operation. A need whose offer assigns
 * the course to nobody keeps its status, unless all of its people are already valid: then it is completed.
 */
export async function offerBatch(
  tx: TenantTransaction,
  operation: Pick<Operation, 'id' | 'actor'>,
  { offers, refused, validSince }: OfferPlan,
  target: Target,
): Promise<OfferedBatch> {
  const reached = await reachedBy(
    tx,
    target,
    offers.map(({ needId }) => needId),
  );
  const counts = await assignPeople(tx, operation.id, offers, reached, validSince);
  const countsOf = (needId: string): PeopleCounts => counts.get(needId) ?? NOBODY;
  const assigned = offers.filter(({ needId }) => countsOf(needId).assigned + countsOf(needId).alreadyAssigned > 0);
  await markOffered(tx, operation, assigned);
  const answered = offers.filter(({ needId }) => countsOf(needId).alreadyValid + countsOf(needId).exempt > 0);
  const moved = await completeAnswered(
    tx,
    answered.map(({ needId }) => needId),
    operation.actor,
  );
  await storeItems(tx, operation.id, [
    ...offers.map(({ needId, status }) => ({
      needId,
      status: 'done' as const,
      statusBefore: status,
      ...countsOf(needId),
    })),
    ...refused.map(({ needId, why }) => ({ needId, status: 'failed' as const, why })),
  ]);
  return {
    counts,
    change: { needIds: [...assigned.map(({ needId }) => needId), ...moved], workerIds: reached.workerIds },
  };
}
