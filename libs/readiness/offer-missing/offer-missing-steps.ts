import { Injectable } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { NeedChanges, countAssignments, lockResolutionShared, lockToOffer, offerToPeople, undoOffers } from '#needs';
import type { Operation, OperationSteps, Progress } from '#operations';
import type { TenantTransaction } from '#platform/database';
import { lockTimeZoneShared } from '#tenancy';
import { type MissingPage, readMissingPage } from './missing-page.js';
import { readMissingInput } from './stored-input.js';

/** The steps that offer people what they lack, and their undo. */
@Injectable()
export class OfferMissingSteps implements OperationSteps {
  constructor(
    private readonly changes: NeedChanges,
    private readonly matching: TopicMatching,
  ) {}

  async run(tx: TenantTransaction, operation: Operation): Promise<Progress> {
    // Before the locks: a library that is not prepared yet takes seconds.
    const matcher = await this.matching.matcherOf(tx);
    await lockTimeZoneShared(tx);
    await lockResolutionShared(tx);
    const { dueAt, ...chosen } = readMissingInput(operation.input);
    const read = (): Promise<MissingPage> =>
      readMissingPage(tx, chosen, operation.reachedTo ?? null, { matcher, dueAt });
    const expected = await read();
    await lockToOffer(
      tx,
      expected.offers.flatMap(({ needIds }) => needIds),
    );
    // Again: somebody may have completed a course while this waited for the locks.
    const page = await read();
    if (page.reachedTo === null) {
      const assigned = await countAssignments(tx, operation.id);
      return { done: 0, failed: 0, finished: true, result: { assigned } };
    }
    await this.changes.publish(tx, await offerToPeople(tx, operation, page.offers));
    return { done: page.people, failed: 0, finished: false, reachedTo: page.reachedTo };
  }

  async undo(tx: TenantTransaction, operation: Operation): Promise<Progress> {
    // The items are the needs only: their sums would not be those of the operation.
    return { ...(await undoOffers(tx, operation, this.changes)), result: {} };
  }
}
