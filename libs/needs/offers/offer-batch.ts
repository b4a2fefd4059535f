import { sql } from '@mikro-orm/postgresql';
import { storeItems } from '#operations';
import { type TenantTransaction, anyTenant, byKey } from '#platform/database';
import { completeAnswered } from '../assignments/complete-answered.js';
import { keepSnoozes } from '../lifecycle/moved-items.js';
import { isStanding } from '../lifecycle/earlier-offers.js';
import type { NeedChange } from '../need-changes.js';
import { NOBODY, type PeopleCounts, assignPeople } from './assign-people.js';
import { type Offering, markOffered } from './mark-offered.js';
import type { OfferPlan } from './plan-offers.js';
import type { PlannedOffer } from './planned-offer.js';
import type { ReachedPeople } from './reached-people.js';

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
 * count as assigned, unless all of them have it by other needs and this one does not reach them: that will not answer
 * it.
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
  const had = offers.filter((_, offer) => countsOf(offer).assigned + countsOf(offer).alreadyAssigned > 0);
  const given = new Set(offers.flatMap(({ courseId }, offer) => (countsOf(offer).assigned > 0 ? [courseId] : [])));
  const isOwn = (operation.target?.kind ?? 'own') === 'own';
  const onlyHad = isOwn ? [] : had.filter(({ courseId }) => !given.has(courseId));
  const standing = await standingOffers(tx, onlyHad);
  const assigned = had.filter((offer) => !onlyHad.includes(offer) || standing.has(offer.needId));
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

/** The needs of offers that assigned nobody for which somebody has the course already. @returns their ids */
async function standingOffers(
  tx: TenantTransaction,
  offers: ReadonlyArray<{ readonly needId: string; readonly courseId: string }>,
): Promise<ReadonlySet<string>> {
  if (offers.length === 0) return new Set();
  const given = JSON.stringify(offers.map(({ needId, courseId }) => ({ needId, courseId })));
  const rows = await tx.execute<Array<{ id: string }>>(sql`
    select need.id from jsonb_to_recordset(${given}::jsonb) as given ("needId" uuid, "courseId" uuid)
      cross join lateral ${byKey('need', sql`tenant_id = ${anyTenant(tx.tenantId)} and id = given."needId"`)}
    where ${isStanding(sql`given."courseId"`)}`);
  return new Set(rows.map(({ id }) => id));
}
