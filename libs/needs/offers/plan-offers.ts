import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import type { DateText } from '#platform/text';
import type { ConnectorEvent } from '#signals';
import { today } from '#tenancy';
import { LEAD } from '../gaps/gap-members.js';
import { TRANSITIONS } from '../lifecycle/need.transitions.js';
import type { NeedStatus, RecommendationKind } from '../need.js';
import { dueDate } from './due-date.js';
import type { PlannedOffer, PlannedOffers } from './planned-offer.js';
import { latestEvents } from '../signals/latest-events.js';
import { withStoredDates } from '../signals/stored-dates.js';
import { validSince } from './offer-settings.js';

/** A need to offer. */
export interface WantedOffer {
  readonly needId: string;
  /** Null: the recommended course. */
  readonly courseId: string | null;
  /** Null: by the need's signals or severity. */
  readonly dueAt: DateText | null;
}

/** The needs with what an input decides for all of them. */
export function wantedOffers(
  needIds: readonly string[],
  { courseId, dueAt }: Omit<WantedOffer, 'needId'>,
): WantedOffer[] {
  return needIds.map((needId) => ({ needId, courseId, dueAt }));
}

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
  readonly courseId: string | null;
  readonly recommendation: RecommendationKind;
  readonly recommendedId: string | null;
  readonly isPublished: boolean | null;
  /** The need that decides the due date: the leader of its gap, or the need itself. */
  readonly leaderId: string;
  readonly leaderSeverity: number;
  readonly leaderFirstSeenAt: string;
}

/** An offer of a need, with the need's previous state. */
export interface OfferOfNeed extends PlannedOffer {
  readonly needId: string;
  readonly version: number;
  readonly status: NeedStatus;
  readonly recommendation: RecommendationKind;
  /** The recommended course; null: none. */
  readonly recommendedId: string | null;
}

export interface OfferPlan extends PlannedOffers {
  readonly offers: readonly OfferOfNeed[];
  readonly refused: readonly RefusedOffer[];
}

/**
 * Decides which course is offered for each need, and the due date; unknown ids are in neither list. A need that follows
 * another one takes both from that one, since a person has one assignment for all needs of a gap.
 * @param lock prevents other changes of the needs until the transaction ends
 */
export async function planOffers(
  tx: TenantTransaction,
  wanted: readonly WantedOffer[],
  { lock = true } = {},
): Promise<OfferPlan> {
  const now = new Date();
  const needs = await tx.execute<NeedRow[]>(needsStatement(tx.tenantId, wanted, lock));
  const dueDates = new Map(wanted.map(({ needId, dueAt }) => [needId, dueAt]));
  const refused: RefusedOffer[] = [];
  const offered = needs.flatMap((need) => {
    const why = refusal(need);
    if (why !== null) refused.push({ needId: need.id, status: need.status, version: need.version, why });
    return why === null && need.courseId !== null ? [{ ...need, courseId: need.courseId }] : [];
  });
  const undated = offered.filter(({ id }) => (dueDates.get(id) ?? null) === null);
  const leaders = new Map(
    undated.map((need) => [need.leaderId, { id: need.leaderId, firstSeenAt: need.leaderFirstSeenAt }]),
  );
  const events = await datedEvents(tx, [...leaders.values()]);
  const current = { now, today: undated.length > 0 ? await today(tx) : '' };
  const offers = offered.map(
    ({ id: needId, status, version, topic, courseId, recommendation, recommendedId, leaderId, leaderSeverity }) => {
      const dueAt = dueDates.get(needId) ?? dueDate(events.get(leaderId) ?? [], leaderSeverity, current);
      return { needId, status, version, courseId, dueAt, topic, recommendation, recommendedId };
    },
  );
  return { offers, refused, validSince: await validSince(tx, now) };
}

async function datedEvents(
  tx: TenantTransaction,
  needs: ReadonlyArray<{ readonly id: string; readonly firstSeenAt: string }>,
): Promise<ReadonlyMap<string, readonly ConnectorEvent[]>> {
  if (needs.length === 0) return new Map();
  const { tenantId } = tx;
  const ids = needs.map(({ id }) => ({ tenantId, id }));
  return withStoredDates(tx, ids, await latestEvents(tx, needs));
}

function refusal({ status, courseId, isPublished }: NeedRow): RefusedOffer['why'] | null {
  if (TRANSITIONS.offer.steps[status] === undefined) return 'illegal_transition';
  if (courseId === null) return 'no_course';
  return isPublished === true ? null : 'course_not_published';
}

/** The needs are locked in the order in which recording locks them. */
function needsStatement(tenantId: string, wanted: readonly WantedOffer[], lock: boolean): SqlFragment {
  const needIds = sqlArray(wanted.map(({ needId }) => needId));
  const courseIds = sqlArray(wanted.map(({ courseId }) => courseId));
  return sql`
  with locked as materialized (
    select need.tenant_id, need.id, need.status, need.version, need.topic, need.recommendation,
      coalesce(lead.course_id, need.course_id) as course_id, coalesce(lead.id, need.id) as leader_id,
      coalesce(lead.severity, need.severity) as leader_severity,
      coalesce(lead.first_seen_at, need.first_seen_at) as leader_first_seen_at
    from need left join lateral ${LEAD} on lead.closed_at is null
    where need.tenant_id = ${tenantId} and need.id = any (${needIds}::uuid[])
    order by need.dedupe_key collate "C", need.id ${lock ? sql`for update of need` : sql``}
  )
  select locked.id, locked.status, locked.version, locked.topic, course_of_offer.id as "courseId",
    locked.recommendation, locked.course_id as "recommendedId", course.status = 'published' as "isPublished",
    locked.leader_id as "leaderId", locked.leader_severity as "leaderSeverity",
    locked.leader_first_seen_at as "leaderFirstSeenAt"
  from locked join unnest(${needIds}::uuid[], ${courseIds}::uuid[]) as wanted (need_id, course_id)
    on wanted.need_id = locked.id
    cross join lateral (select coalesce(wanted.course_id, locked.course_id) as id) as course_of_offer
    left join course on course.tenant_id = locked.tenant_id and course.id = course_of_offer.id`;
}
