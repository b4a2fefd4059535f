import { sql } from '@mikro-orm/postgresql';
import { unlearnCorrections } from '#catalog';
import { type Operation, OperationItem, storeItems } from '#operations';
import { type TenantTransaction, sqlArray } from '#platform/database';
import type { DateText } from '#platform/text';
import { Assignment } from '../assignments/assignment.entity.js';
import { completeAnswered } from '../assignments/complete-answered.js';
import { keepSnoozes } from '../lifecycle/moved-items.js';
import { lockGaps } from '../gaps/regroup.js';
import { withdrawUnassigned } from '../lifecycle/withdraw-unassigned.js';
import { NOBODY, assignPeople } from './assign-people.js';
import { returnToEarlierOffers } from '../lifecycle/earlier-offers.js';
import { type Offering, markOffered } from './mark-offered.js';
import { validSince } from './offer-settings.js';
import type { OfferOfNeed } from './plan-offers.js';
import { reachedAfter } from './reached-people.js';
import { type Target, ownPeople } from './target.js';

/**
 * People in one step: it writes for some tenths of a second, so that progress is visible and a killed worker loses
 * little.
 */
export const PEOPLE_PER_STEP = 10_000;

/** The need of an operation with too many people for one transaction, and its progress. */
export interface LargeOffer {
  readonly needId: string;
  readonly courseId: string;
  readonly dueAt: DateText;
  readonly topic: string | null;
  readonly reachedTo: string | null;
  /** People who have an assignment by this offer. */
  readonly assigned: number;
  /** People who had one before. */
  readonly alreadyAssigned: number;
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
  await keepSnoozes(tx, operation.id, all);
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
  const reached = await reachedAfter(tx, audience, offer.reachedTo, PEOPLE_PER_STEP);
  const last = reached.workerIds.at(-1);
  if (last === undefined) return [];
  const counts = await assignPeople(
    tx,
    operation.id,
    { offers: [{ needId, courseId, dueAt, topic }], validSince: await validSince(tx, new Date()) },
    reached,
  );
  const people = counts.get(0) ?? NOBODY;
  await storeItems(tx, operation.id, [{ needId, status: 'begun', ...people }]);
  await tx.nativeUpdate(OperationItem, { operationId: operation.id, needId }, { reachedTo: last });
  return reached.workerIds;
}

/**
 * Ends the offer after its last person. If nobody takes the course, or only people whom the need does not reach, by
 * other needs, the need and the others of its gap return to an earlier offer, or are open again.
 * @returns the ids of the needs that changed
 */
export async function endLargeOffer(
  tx: TenantTransaction,
  operation: Operation,
  offer: LargeOffer,
  target: Target,
): Promise<readonly string[]> {
  const { id, actor } = operation;
  const { needId, courseId, assigned, alreadyAssigned, answered } = offer;
  const needIds = await needsOf(tx, operation, needId);
  // A transaction that cancels one of the assignments leaves the need to this step until it has ended.
  await lockGaps(tx, needIds);
  await storeItems(tx, id, [{ needId, status: 'done' }]);
  const changed: string[] = [];
  if (assigned + alreadyAssigned === 0) await unlearnCorrections(tx, { operationId: id, actor }, needIds);
  if ((alreadyAssigned === 0 || target.kind !== 'own') && !(await isTaken(tx, needId, courseId))) {
    const removed = needIds.map((each) => ({ needId: each, courseId, isShared: true }));
    changed.push(...(await returnToEarlierOffers(tx, removed, id)));
    changed.push(...(await withdrawUnassigned(tx, needIds, { actor, reason: 'nobody_assigned' }, id)));
  }
  if (answered > 0) {
    await shareAnswers(tx, needId, needIds);
    changed.push(...(await completeAnswered(tx, needIds, actor)));
  }
  return changed;
}

/** The need and, if the operation is an offer of one need, the others of its gap. */
async function needsOf(tx: TenantTransaction, { id, unit }: Operation, needId: string): Promise<string[]> {
  if (unit === 'needs') return [needId];
  const items = await tx.find(OperationItem, { operationId: id }, { fields: ['needId'] });
  return items.map((item) => item.needId);
}

/** Whether somebody has, or had and completed, an assignment of the course for the need. */
async function isTaken(tx: TenantTransaction, needId: string, courseId: string): Promise<boolean> {
  const one = await tx.findOne(Assignment, { needId, courseId, status: { $ne: 'cancelled' } }, { fields: ['id'] });
  return one !== null;
}

/** Closes the other needs of the gap for the people for whom this one is closed. */
async function shareAnswers(tx: TenantTransaction, needId: string, needIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update need_person person set answered_at = own.answered_at from need_person own
    where own.tenant_id = ${tx.tenantId} and own.need_id = ${needId}::uuid and own.answered_at is not null
      and person.tenant_id = ${tx.tenantId} and person.need_id = any (${sqlArray(needIds)}::uuid[])
      and person.worker_id = own.worker_id and person.answered_at is null`);
}
