import { learnCorrections, unlearnCorrections } from '#catalog';
import type { Operation } from '#operations';
import type { TenantTransaction } from '#platform/database';
import type { OfferOfNeed } from './plan-offers.js';

type Offering = Pick<Operation, 'id' | 'actor'>;

/**
 * Has the catalog learn from those of an operation's offers by which a person chose another course than the recommended
 * one.
 */
export async function learnFromOffers(
  tx: TenantTransaction,
  { id, actor }: Offering,
  offers: readonly OfferOfNeed[],
): Promise<void> {
  const corrections = offers.flatMap(({ topic, ...offer }) =>
    topic !== null && isCorrection(offer) ? [{ ...offer, topic }] : [],
  );
  await learnCorrections(tx, { operationId: id, actor }, corrections);
}

/** Takes back what was learned from an operation's offers of these needs. */
export async function forgetOffers(
  tx: TenantTransaction,
  { id, actor }: Offering,
  needIds: readonly string[],
): Promise<void> {
  await unlearnCorrections(tx, { operationId: id, actor }, needIds);
}

/**
 * What is offered to people of a need that is offered already comes beside the first course, and not in place of what
 * was recommended.
 */
function isCorrection({ status, recommendation, recommendedId, courseId }: Omit<OfferOfNeed, 'topic'>): boolean {
  return recommendation !== 'pending' && recommendedId !== courseId && status !== 'offered' && status !== 'in_progress';
}
