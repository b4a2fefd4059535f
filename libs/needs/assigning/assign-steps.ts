import { Injectable } from '@nestjs/common';
import type { Operation, OperationSteps, Progress } from '#operations';
import type { TenantTransaction } from '#platform/database';
import { lockTimeZoneShared } from '#tenancy';
import { NeedChanges } from '../need-changes.js';
import { assignPeople } from '../offers/assign-people.js';
import { PEOPLE_PER_STEP } from '../offers/large-offer.js';
import { readOfferInput } from '../offers/offer-input.js';
import { countAssignments } from '../offers/offer-to-people.js';
import { validSince } from '../offers/offer-settings.js';
import { reachedAfter } from '../offers/reached-people.js';
import { undoOffers } from '../offers/undo-offers.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { asOffer } from './assign-input.js';

/** The steps that assign a course to many people without a need, and their undo. */
@Injectable()
export class AssignSteps implements OperationSteps {
  constructor(private readonly changes: NeedChanges) {}

  async run(tx: TenantTransaction, operation: Operation): Promise<Progress> {
    await lockTimeZoneShared(tx);
    await lockResolutionShared(tx);
    const { courseId, dueAt, target } = readOfferInput(operation.input);
    if (courseId === null || dueAt === null || target.kind === 'own')
      throw new Error('an assign operation without input');
    const reached = await reachedAfter(tx, target, operation.reachedTo ?? null, PEOPLE_PER_STEP);
    const { workerIds } = reached;
    const reachedTo = workerIds.at(-1);
    if (reachedTo === undefined) {
      const assigned = await countAssignments(tx, operation.id);
      return { done: 0, failed: 0, finished: true, result: { assigned } };
    }
    const offers = [await asOffer(tx, { courseId, dueAt })];
    await assignPeople(tx, operation.id, { offers, validSince: await validSince(tx, new Date()) }, reached);
    await this.changes.publish(tx, { workerIds });
    return { done: workerIds.length, failed: 0, finished: false, reachedTo };
  }

  async undo(tx: TenantTransaction, operation: Operation): Promise<Progress> {
    return { ...(await undoOffers(tx, operation, this.changes)), result: {} };
  }
}
