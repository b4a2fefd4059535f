import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Operation, type OperationSteps, type Progress, storeItems } from '#operations';
import { type TenantTransaction } from '#platform/database';
import { lockTimeZoneShared } from '#tenancy';
import { NEED_OF_ITEM } from '../lifecycle/need-of-item.js';
import { NeedChanges } from '../need-changes.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { type LargeOffer, assignNext, beginLargeOffer, endLargeOffer } from './large-offer.js';
import { offerBatch } from './offer-batch.js';
import { type OfferInput, readOfferInput } from './offer-input.js';
import { planOffers, wantedOffers } from './plan-offers.js';
import { reachedBy } from './reached-people.js';
import { type Target, countPeople } from './target.js';
import { undoOffers } from './undo-offers.js';

const NEEDS_PER_STEP = 500;

/**
 * The number of people whom one transaction assigns while it locks their needs: recording one of their signals waits
 * for that transaction.
 */
export const PEOPLE_AT_ONCE = 1_000;

interface WaitingItem extends LargeOffer {
  readonly status: 'waiting' | 'begun';
  readonly people: number;
}

/** The steps that offer one need to many people, or many needs, and their undo. */
@Injectable()
export class OfferSteps implements OperationSteps {
  constructor(private readonly changes: NeedChanges) {}

  async run(tx: TenantTransaction, operation: Operation): Promise<Progress> {
    await lockTimeZoneShared(tx);
    await lockResolutionShared(tx);
    const input = readOfferInput(operation.input);
    const items = await waitingItems(tx, operation.id);
    const [first] = items;
    if (first === undefined) return { done: 0, failed: 0, finished: true };
    if (first.status === 'begun') return this.continueOffer(tx, operation, first, input.target);
    const batch = await fitting(tx, items, input);
    if (batch.length === 0) return this.beginOffer(tx, operation, first, input);
    const needIds = batch.map(({ needId }) => needId);
    const plan = await planOffers(tx, wantedOffers(needIds, input));
    const { failed, change } = await offerBatch(
      tx,
      { ...operation, target: input.target },
      plan,
      await reachedBy(tx, input.target, plan.offers),
    );
    await this.changes.publish(tx, change);
    return {
      done: batch.length,
      failed,
      finished: batch.length === items.length && items.length < NEEDS_PER_STEP,
    };
  }

  undo(tx: TenantTransaction, operation: Operation): Promise<Progress> {
    return undoOffers(tx, operation, this.changes);
  }

  private async beginOffer(
    tx: TenantTransaction,
    operation: Operation,
    { needId }: WaitingItem,
    input: OfferInput,
  ): Promise<Progress> {
    const { offers, refused } = await planOffers(tx, wantedOffers([needId], input));
    const [offer] = offers;
    if (offer !== undefined) {
      await beginLargeOffer(tx, { ...operation, target: input.target }, offer);
      await this.changes.publish(tx, { needIds: [needId] });
      return { done: 0, failed: 0, finished: false };
    }
    await storeItems(
      tx,
      operation.id,
      refused.map(({ why }) => ({ needId, status: 'failed', why })),
    );
    return { done: 1, failed: 1, finished: false };
  }

  private async continueOffer(
    tx: TenantTransaction,
    operation: Operation,
    item: WaitingItem,
    target: Target,
  ): Promise<Progress> {
    const workerIds = await assignNext(tx, operation, item, target);
    await this.changes.publish(tx, { workerIds });
    const people = workerIds.length;
    if (people > 0) return { done: operation.unit === 'people' ? people : 0, failed: 0, finished: false };
    await this.changes.publish(tx, { needIds: await endLargeOffer(tx, operation, item, target) });
    return { done: operation.unit === 'needs' ? 1 : 0, failed: 0, finished: operation.unit === 'people' };
  }
}

/** An item in progress first: it ends before another starts. */
function waitingItems(tx: TenantTransaction, operationId: string): Promise<WaitingItem[]> {
  return tx.execute<WaitingItem[]>(
    sql`select item.need_id as "needId", item.status, coalesce(need.people, 0) as people, need.topic,
       item.course_id as "courseId", coalesce(item.due_on::text, item.due_at::text) as "dueAt",
       reached_to as "reachedTo", assigned, already_assigned as "alreadyAssigned",
       already_valid + exempt as answered
     from operation_item item left join lateral ${NEED_OF_ITEM} on true
     where item.tenant_id = ${tx.tenantId} and item.operation_id = ${operationId}
       and item.status in ('waiting', 'begun')
     order by item.status = 'begun' desc, item.need_id limit ${NEEDS_PER_STEP}`,
  );
}

/**
 * The first items that together have no more people than one transaction assigns; none: the first one alone has more.
 */
async function fitting(
  tx: TenantTransaction,
  items: readonly WaitingItem[],
  { target }: OfferInput,
): Promise<readonly WaitingItem[]> {
  const each = target.kind === 'own' ? null : await countPeople(tx, target);
  let people = 0;
  const end = items.findIndex((item) => {
    people += each ?? item.people;
    return people > PEOPLE_AT_ONCE;
  });
  return end === -1 ? items : items.slice(0, end);
}
