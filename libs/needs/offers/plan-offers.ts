import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import type { ConnectorEvent } from '#signals';
import { today } from '#tenancy';
import { TRANSITIONS } from '../lifecycle/need.transitions.js';
import type { NeedStatus, RecommendationKind } from '../need.js';
import { dueDate } from './due-date.js';
import type { PlannedOffer } from './eligibility.js';
import { latestEvents } from '../signals/latest-events.js';
import type { OfferInput } from './offer-input.js';
import { validSince } from './offer-settings.js';

/** A need that is not offered, with the reason. */
export interface RefusedOffer {
  readonly needId: string;
  readonly status: NeedStatus;
  readonly version: number;
  readonly why: 'illegal_transition' | 'no_course' | 'course_not_published';
}

interface NeedRow {
  readonly id: string;
  readonly status: NeedStatus;
  readonly version: number;
  readonly topic: string | null;
  readonly severity: number;
  readonly courseId: string | null;
  readonly recommendation: RecommendationKind;
  readonly recommendedId: string | null;
  readonly isPublished: boolean | null;
  readonly firstSeenAt: string;
}

/** An offer, with the previous state of its need. */
export interface OfferOfNeed extends PlannedOffer {
  readonly version: number;
  readonly status: NeedStatus;
  readonly recommendation: RecommendationKind;
  /** The recommended course; null: none. */
  readonly recommendedId: string | null;
}

export interface OfferPlan {
  readonly offers: readonly OfferOfNeed[];
  readonly refused: readonly RefusedOffer[];
  /** The earliest time of a valid completion, ISO 8601. */
  readonly validSince: string;
}

/**
 * Decides which course is offered for each need, and the due date; unknown ids are in neither list.
 * @param lock prevents other changes of the needs until the transaction ends
 */
export async function planOffers(
  tx: TenantTransaction,
  needIds: readonly string[],
  input: OfferInput,
  { lock = true } = {},
): Promise<OfferPlan> {
  const now = new Date();
  const needs = await tx.execute<NeedRow[]>(needsStatement(tx.tenantId, needIds, input.courseId, lock));
  const refused: RefusedOffer[] = [];
  const offered = needs.flatMap((need) => {
    const why = refusal(need);
    if (why !== null) refused.push({ needId: need.id, status: need.status, version: need.version, why });
    return why === null && need.courseId !== null ? [{ ...need, courseId: need.courseId }] : [];
  });
  const events = input.dueAt === null ? await latestEvents(tx, offered) : new Map<string, ConnectorEvent[]>();
  const current = { now, today: input.dueAt === null ? await today(tx) : '' };
  const offers = offered.map(
    ({ id: needId, status, version, topic, severity, courseId, recommendation, recommendedId }) => {
      const dueAt = input.dueAt ?? dueDate(events.get(needId) ?? [], severity, current);
      return { needId, status, version, courseId, dueAt, topic, recommendation, recommendedId };
    },
  );
  return { offers, refused, validSince: await validSince(tx, now) };
}

function refusal({ status, courseId, isPublished }: NeedRow): RefusedOffer['why'] | null {
  if (TRANSITIONS.offer.steps[status] === undefined) return 'illegal_transition';
  if (courseId === null) return 'no_course';
  return isPublished === true ? null : 'course_not_published';
}

/** The needs are locked in the order in which recording locks them. */
function needsStatement(
  tenantId: string,
  needIds: readonly string[],
  courseId: string | null,
  lock: boolean,
): SqlFragment {
  return sql`
  with locked as materialized (
    select tenant_id, id, status, version, topic, severity, coalesce(${courseId}::uuid, course_id) as course_id,
      recommendation, course_id as recommended_id, first_seen_at
    from need where tenant_id = ${tenantId} and id = any (${sqlArray(needIds)}::uuid[])
    order by dedupe_key collate "C", id ${lock ? sql`for update` : sql``}
  )
  select locked.id, locked.status, locked.version, locked.topic, locked.severity, locked.course_id as "courseId",
    locked.recommendation, locked.recommended_id as "recommendedId", course.status = 'published' as "isPublished",
    locked.first_seen_at as "firstSeenAt"
  from locked left join course on course.tenant_id = locked.tenant_id and course.id = locked.course_id`;
}
