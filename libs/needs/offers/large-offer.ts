import { unlearnCorrections } from '#catalog';
import { type Operation, OperationItem, storeItems } from '#operations';
import type { TenantTransaction } from '#platform/database';
import { type DateText, dateColumns } from '#platform/text';
import { endOf } from '#tenancy';
import { completeAnswered } from '../assignments/complete-answered.js';
import { moveNeeds } from '../lifecycle/move-needs.js';
import { NOBODY, assignPeople } from './assign-people.js';
import { type Offering, markOffered } from './mark-offered.js';
import { validSince } from './offer-settings.js';
import type { OfferOfNeed } from './plan-offers.js';
import { reachedAfter } from './reached-people.js';
import { type Target, ownPeople } from './target.js';

/**
 * People in one step: it writes for some tenths of a second, so that progress is visible and a killed worker loses
 * little.
 */
export const PEOPLE_A_STEP = 10_000;

/** The need of an operation with too many people for one transaction, and its progress. */
export interface LargeOffer {
  readonly needId: string;
  readonly courseId: string;
  readonly dueAt: DateText;
  readonly topic: string | null;
  readonly reachedTo: string | null;
  /** People who have the assignment, by this offer or before. */
  readonly assigned: number;
  /** People for whom the need is closed. */
  readonly answered: number;
}

/**
 * Marks the need as offered and stores the offer in its item; later steps assign its people.
 * @param all offers of its gap, whose needs reach the same people
 */
export async function beginLargeOffer(
  tx: TenantTransaction,
  operation: Offering,
  offer: OfferOfNeed,
  all: readonly OfferOfNeed[] = [offer],
): Promise<void> {
  const { needId } = offer;
  await markOffered(tx, operation, all);
  await storeItems(
    tx,
    operation.id,
    all.map((each) => ({
      needId: each.needId,
      status: each.needId === needId ? ('begun' as const) : ('done' as const),
      statusBefore: each.status,
    })),
  );
  const { courseId, dueAt } = offer;
  await tx.nativeUpdate(
    OperationItem,
    { operationId: operation.id, needId },
    { courseId, dueOn: dateColumns(dueAt).day, dueAt: endOf(tx.tenantId, dueAt) },
  );
}

/**
 * Assigns the next people. Does not lock the need: recording one of its signals must not wait for thousands of rows.
 * @returns the ids of the processed people; none: there are no more
 */
export async function assignNext(
  tx: TenantTransaction,
  operation: Operation,
  offer: LargeOffer,
  target: Target,
): Promise<readonly string[]> {
  const { needId, courseId, dueAt, topic } = offer;
  const audience = target.kind === 'own' ? await ownPeople(tx, needId) : target;
  if (audience === null) return [];
  const reached = await reachedAfter(tx, audience, offer.reachedTo, PEOPLE_A_STEP);
  const last = reached.workerIds.at(-1);
  if (last === undefined) return [];
  const counts = await assignPeople(
    tx,
    operation.id,
    [{ needId, courseId, dueAt, topic }],
    reached,
    await validSince(tx, new Date()),
  );
  const people = counts.get(0) ?? NOBODY;
  await storeItems(tx, operation.id, [{ needId, status: 'begun', ...people }]);
  await tx.nativeUpdate(OperationItem, { operationId: operation.id, needId }, { reachedTo: last });
  return reached.workerIds;
}

/**
 * Ends the offer after its last person. An offer that assigned nobody is withdrawn.
 * @returns the id of the need, if it moved
 */
export async function endLargeOffer(
  tx: TenantTransaction,
  { id, actor }: Operation,
  { needId, assigned, answered }: LargeOffer,
): Promise<readonly string[]> {
  const changed: string[] = [];
  if (assigned === 0) {
    const { moved } = await moveNeeds(tx, [needId], { actor, event: 'withdraw', reason: 'nobody_assigned' });
    changed.push(...moved.map((need) => need.id));
    await unlearnCorrections(tx, { operationId: id, actor }, [needId]);
  }
  if (answered > 0) changed.push(...(await completeAnswered(tx, [needId], actor)));
  await storeItems(tx, id, [{ needId, status: 'done' }]);
  return changed;
}
