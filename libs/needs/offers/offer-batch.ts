import { storeItems } from '#operations';
import type { TenantTransaction } from '#platform/database';
import { completeAnswered } from '../assignments/complete-answered.js';
import { keepSnoozes } from '../lifecycle/moved-items.js';
import type { NeedChange } from '../need-changes.js';
import { NOBODY, type PeopleCounts, assignPeople } from './assign-people.js';
import { type Offering, markOffered } from './mark-offered.js';
import type { OfferPlan } from './plan-offers.js';
import type { PlannedOffer } from './planned-offer.js';
import type { ReachedPeople } from './reached-people.js';
import { standingOffers } from './standing-offers.js';

/** Why an offer fails that reaches nobody. */
export const NOBODY_REACHED = 'nobody_reached';

/** A plan for needs, and offers without a need, whose indexes come after those of the plan. */
interface PlannedBatch extends OfferPlan {
  readonly withoutNeed?: readonly PlannedOffer[];
}

/** What executing a plan did. */
export interface OfferedBatch {
  /** The people of each offer, by its index. */
  readonly counts: ReadonlyMap<number, PeopleCounts>;
  /** How many of its needs are items that failed. */
  readonly failed: number;
  readonly change: NeedChange;
}

/**
 * Executes a plan at once, for all people whom its offers reach. Its needs are items of the operation. A need whose
 * offer assigns the course to nobody is completed if all of its people are already valid. Otherwise it keeps its
 * status, and its item fails with `nobody_reached` if the offer reaches nobody. People who have the course already
 * count as assigned, unless all of them have it by needs of other gaps and this one does not reach them: that will not
 * answer it. So does whoever gets the course by another need of the plan.
 */
export async function offerBatch(
  tx: TenantTransaction,
  operation: Offering,
  { offers, refused, validSince, withoutNeed = [] }: PlannedBatch,
  reached: ReachedPeople,
): Promise<OfferedBatch> {
  await keepSnoozes(tx, operation.id, offers);
  const all = [...offers, ...withoutNeed];
  const counts = await assignPeople(tx, operation.id, { offers: all, validSince }, reached);
  const countsOf = (offer: number): PeopleCounts => counts.get(offer) ?? NOBODY;
  const isAssigned = (offer: number): boolean => countsOf(offer).assigned > 0;
  const had = (offer: number): boolean => !isAssigned(offer) && countsOf(offer).alreadyAssigned > 0;
  const isOwn = (operation.target?.kind ?? 'own') === 'own';
  const standing = isOwn
    ? new Set(offers.map(({ needId }) => needId))
    : await standingOffers(
        tx,
        offers.filter((_, offer) => had(offer)),
      );
  const assigned = offers.filter(({ needId }, offer) => isAssigned(offer) || (had(offer) && standing.has(needId)));
  const countsByNeed = new Map(offers.map(({ needId }, offer) => [needId, countsOf(offer)]));
  await markOffered(tx, operation, assigned, (needId) => countsByNeed.get(needId));
  const answered = offers.filter((_, offer) => countsOf(offer).alreadyValid + countsOf(offer).exempt > 0);
  const moved = await completeAnswered(
    tx,
    answered.map(({ needId }) => needId),
    operation.actor,
  );
  const isOffered = new Set(assigned.map(({ needId }) => needId));
  await storeItems(tx, operation.id, [
    ...offers.map(({ needId, status, version }, offer) =>
      counts.has(offer)
        ? {
            needId,
            status: 'done' as const,
            statusBefore: status,
            versionAfter: moved.includes(needId) ? version + (isOffered.has(needId) ? 2 : 1) : null,
            ...countsOf(offer),
          }
        : { needId, status: 'failed' as const, why: NOBODY_REACHED },
    ),
    ...refused.map(({ needId, why }) => ({ needId, status: 'failed' as const, why })),
  ]);
  return {
    counts,
    failed: offers.filter((_, offer) => !counts.has(offer)).length + refused.length,
    change: { needIds: [...assigned.map(({ needId }) => needId), ...moved], workerIds: reached.workerIds },
  };
}
