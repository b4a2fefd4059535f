import { Injectable } from '@nestjs/common';
import { beginOperation, endOperation, runInBackground } from '#operations';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { JobSender } from '#platform/queue';
import { lockTimeZoneShared } from '#tenancy';
import { IllegalTransition } from '../lifecycle/lifecycle.errors.js';
import { NeedChanges } from '../need-changes.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { withGapMembers } from '../gaps/gap-members.js';
import { lockGaps } from '../gaps/regroup.js';
import { NOBODY, type PeopleCounts } from './assign-people.js';
import { beginLargeOffer } from './large-offer.js';
import { offerBatch } from './offer-batch.js';
import { readOfferBody } from './offer-input.js';
import { namedCourses, namedTarget } from './offer-names.js';
import type { OfferBody } from './offer.dto.js';
import { CourseNotPublished, NoCourse } from './offer.errors.js';
import { PEOPLE_AT_ONCE } from './offer-steps.js';
import type { OfferResult } from './offer.view.js';
import { type OfferOfNeed, type OfferPlan, planOffers, wantedOffers } from './plan-offers.js';
import { previewOffer } from './preview-offer.js';
import { reachedBy } from './reached-people.js';
import { whyNobody } from './why-nobody.js';
import { type Target, countPeople, ownPeople } from './target.js';

/** Offers of one need. */
@Injectable()
export class OffersService {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
    private readonly changes: NeedChanges,
  ) {}

  /** @throws NotFound, Invalid, Stale, IllegalTransition, NoCourse, CourseNotPublished */
  offer(needId: string, body: OfferBody, ifMatch: string | null): Promise<OfferResult> {
    return this.database.inTenant(async (tx) => {
      if (body.dryRun !== true) {
        await lockTimeZoneShared(tx);
        await lockResolutionShared(tx);
        await lockGaps(tx, [needId]);
      }
      const input = await readOfferBody(tx, body);
      // The needs of a gap have the same people: a preview of one is that of all.
      const needIds = body.dryRun === true ? [needId] : await withGapMembers(tx, [needId]);
      const plan = await planOffers(tx, wantedOffers(needIds, input), { lock: body.dryRun !== true });
      const offer = offerOf(needId, plan, ifMatch);
      const target = input.target.kind === 'own' ? await ownPeople(tx, needId) : input.target;
      const people = target === null ? 0 : await countPeople(tx, target);
      const facts = { courseId: ids.show('crs', offer.courseId), dueAt: offer.dueAt, people };
      const nobody = people === 0 ? { nobody: await whyNobody(tx, needId, input.target) } : {};
      if (body.dryRun === true) {
        return {
          operationId: null,
          status: null,
          ...facts,
          ...nobody,
          ...(await previewOffer(tx, offer, target, plan.validSince)),
        };
      }
      if (people === 0) return { operationId: null, status: null, ...facts, ...nobody, counts: NOBODY };
      return { ...facts, ...(await this.execute(tx, plan, offer, { target: input.target, people })) };
    });
  }

  private async execute(
    tx: TenantTransaction,
    plan: OfferPlan,
    offer: OfferOfNeed,
    { target, people }: { readonly target: Target; readonly people: number },
  ): Promise<Pick<OfferResult, 'operationId' | 'status' | 'counts'>> {
    const { actor } = this.scope.tenant;
    const { courseId, dueAt } = offer;
    // Others of the gap that may not move stay as they are, and are no part of the operation.
    const whole = { ...plan, refused: [] };
    const needIds = plan.offers.map(({ needId }) => needId);
    const id = await beginOperation(tx, {
      kind: 'offer',
      input: {
        ...(await namedCourses(tx, [courseId])).get(courseId),
        courseId,
        target: await namedTarget(tx, target),
        dueAt,
      },
      unit: 'people',
      total: people,
      actor,
      needIds,
    });
    const operationId = ids.show('op', id);
    if (people > PEOPLE_AT_ONCE) {
      await beginLargeOffer(tx, { id, actor, target }, offer, plan.offers);
      await this.changes.publish(tx, { needIds });
      runInBackground(tx, this.jobs);
      return { operationId, status: 'queued', counts: null };
    }
    const { counts, change } = await offerBatch(
      tx,
      { id, actor, target },
      whole,
      await reachedBy(tx, target, plan.offers),
    );
    await this.changes.publish(tx, change);
    await endOperation(tx, id, { done: people });
    return { operationId, status: 'done', counts: countsOfGap(plan.offers.indexOf(offer), counts) };
  }
}

/**
 * The people of an offer. Of several needs of a gap, which reach the same people with the same course, one counts each
 * new assignment, and the others count it as already there.
 */
function countsOfGap(index: number, counts: ReadonlyMap<number, PeopleCounts>): PeopleCounts {
  const own = counts.get(index) ?? NOBODY;
  const assigned = [...counts.values()].reduce((sum, each) => sum + each.assigned, 0);
  return { ...own, assigned, alreadyAssigned: own.alreadyAssigned + own.assigned - assigned };
}

/** The offer of a plan for one need. @throws NotFound, Stale, IllegalTransition, NoCourse, CourseNotPublished */
function offerOf(needId: string, { offers, refused: refusals }: OfferPlan, ifMatch: string | null): OfferOfNeed {
  const offer = offers.find((each) => each.needId === needId);
  const refused = refusals.find((each) => each.needId === needId);
  const need = offer ?? refused;
  if (need !== undefined) demandVersion(ifMatch, need.version);
  if (offer !== undefined) return offer;
  if (refused === undefined) throw new NotFound('need');
  switch (refused.why) {
    case 'illegal_transition':
      throw new IllegalTransition(refused.status, 'offer');
    case 'no_course':
      throw new NoCourse();
    case 'course_not_published':
      throw new CourseNotPublished();
  }
}
