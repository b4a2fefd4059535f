import type { TenantTransaction } from '#platform/database';
import type { DateText } from '#platform/text';
import { dueBySeverity } from './due-date.js';
import { type OfferPlan, planOffers } from './plan-offers.js';
import type { PlannedOffer } from './planned-offer.js';
import type { ReachedPeople } from './reached-people.js';

/** A course for one person, decided by another library. */
export interface PersonOffer {
  readonly workerId: string;
  readonly courseId: string;
  /** Open needs of the person that recommend the course; none: it is offered without a need. */
  readonly needIds: readonly string[];
  /** Null: by the needs' signals, or by severity. */
  readonly dueAt: DateText | null;
  /** A requirement names the course: nothing but an open assignment of it makes it unnecessary. */
  readonly isRequired: boolean;
  /** What the course is about, and how severe that is, if it is offered without a need. */
  readonly topic: string;
  readonly severity: number;
  /** Without a need: the expiry of the credential that the course renews, ISO 8601; null: it renews none. */
  readonly renews: string | null;
}

/** The plan for offers of several people. The offers without a need come after those of needs. */
export interface PersonOfferPlan {
  readonly plan: OfferPlan;
  readonly withoutNeed: readonly PlannedOffer[];
  readonly reached: ReachedPeople;
}

/**
 * Plans courses for people. A need is offered as in the inbox: with the course that it recommends now. If that is
 * another one meanwhile, or the need cannot be offered any more, the person is left out.
 * @param lock prevents other changes of the needs until the transaction ends
 */
export async function planPersonOffers(
  tx: TenantTransaction,
  offers: readonly PersonOffer[],
  { lock }: { readonly lock: boolean },
): Promise<PersonOfferPlan> {
  const dueDates = new Map(offers.flatMap(({ needIds, dueAt }) => needIds.map((needId) => [needId, dueAt] as const)));
  const wanted = [...dueDates].map(([needId, dueAt]) => ({ needId, courseId: null, dueAt }));
  const plan = await planOffers(tx, wanted, { lock });
  const now = new Date();
  const withoutNeed = new Map(
    offers.filter(({ needIds }) => needIds.length === 0).map((offer) => [keyOf(offer), offerWithoutNeed(offer, now)]),
  );
  const ofNeeds = plan.offers.map(({ needId, courseId }) => keyOfNeed(needId, courseId));
  const indexes = new Map([...ofNeeds, ...withoutNeed.keys()].map((key, index) => [key, index]));
  const pairs = offers.flatMap((offer) =>
    keysOf(offer).flatMap((key) => {
      const index = indexes.get(key);
      return index === undefined ? [] : [{ ...offer, index }];
    }),
  );
  return {
    plan,
    withoutNeed: [...withoutNeed.values()],
    reached: {
      offers: pairs.map(({ index }) => index),
      workerIds: pairs.map(({ workerId }) => workerId),
      active: pairs.map(() => true),
      isRequired: pairs.map(({ isRequired }) => isRequired),
    },
  };
}

/** Offers with the same key are one, which reaches several people. */
function keysOf(offer: PersonOffer): string[] {
  const { needIds, courseId } = offer;
  return needIds.length === 0 ? [keyOf(offer)] : needIds.map((needId) => keyOfNeed(needId, courseId));
}

function keyOfNeed(needId: string, courseId: string): string {
  return `${needId} ${courseId}`;
}

function keyOf({ courseId, topic, severity, dueAt, renews }: PersonOffer): string {
  return JSON.stringify([courseId, topic, severity, dueAt, renews]);
}

function offerWithoutNeed({ courseId, topic, severity, dueAt, renews }: PersonOffer, now: Date): PlannedOffer {
  return { needId: null, courseId, topic, dueAt: dueAt ?? dueBySeverity(severity, now), renews };
}
