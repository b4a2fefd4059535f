import { type Operation, storeItems } from '#operations';
import type { TenantTransaction } from '#platform/database';
import { completeAnswered } from '../assignments/complete-answered.js';
import { moveNeeds } from '../lifecycle/move-needs.js';
import { NOBODY, type PeopleCounts, assignPeople } from './assign-people.js';
import { learnFromOffers } from './learn-from-offers.js';
import { noteOffers } from './note-offers.js';
import { type OfferInput, type OfferPlan, planOffers } from './plan-offers.js';
import { reachedBy } from './reached.js';

/** What a batch came to. */
export interface OfferedBatch {
  readonly plan: OfferPlan;
  /** By need, of those that were offered. */
  readonly counts: ReadonlyMap<string, PeopleCounts>;
}

/**
 * Offers needs, items of an operation, to all of their people at once. A need that has nobody to be assigned stays
 * where it is, unless its people all hold what it asks for: then it is completed.
 */
export async function offerBatch(
  tx: TenantTransaction,
  operation: Pick<Operation, 'id' | 'actor'>,
  input: OfferInput,
  needIds: readonly string[],
): Promise<OfferedBatch> {
  const plan = await planOffers(tx, needIds, input);
  const reached = await reachedBy(
    tx,
    input.target,
    plan.offers.map(({ needId }) => needId),
  );
  const counts = await assignPeople(tx, operation.id, plan.offers, reached, plan.validSince);
  const countsOf = (needId: string): PeopleCounts => counts.get(needId) ?? NOBODY;
  const assigned = plan.offers.filter(({ needId }) => countsOf(needId).assigned + countsOf(needId).alreadyAssigned > 0);
  await noteOffers(tx, assigned);
  await moveNeeds(
    tx,
    assigned.map(({ needId }) => needId),
    { actor: operation.actor, event: 'offer' },
  );
  await learnFromOffers(tx, operation, assigned);
  const answered = plan.offers.filter(({ needId }) => countsOf(needId).alreadyValid + countsOf(needId).exempt > 0);
  await completeAnswered(
    tx,
    answered.map(({ needId }) => needId),
    operation.actor,
  );
  await storeItems(tx, operation.id, [
    ...plan.offers.map(({ needId, status }) => ({
      needId,
      status: 'done' as const,
      statusBefore: status,
      ...countsOf(needId),
    })),
    ...plan.refused.map(({ needId, why }) => ({ needId, status: 'failed' as const, why })),
  ]);
  return { plan, counts };
}
