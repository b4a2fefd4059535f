import { sql } from '@mikro-orm/postgresql';
import { learnCorrections } from '#catalog';
import type { Operation } from '#operations';
import { type TenantTransaction, anyTenant, ids, sqlArray } from '#platform/database';
import { dateColumns } from '#platform/text';
import { timeZone, withPublicIds } from '#tenancy';
import { moveNeeds } from '../lifecycle/move-needs.js';
import type { PeopleCounts } from './assign-people.js';
import { namedCourses, namedTarget } from './offer-names.js';
import type { Target } from './target.js';
import type { OfferOfNeed } from './plan-offers.js';

/** The operation that offers, and what its needs' history has about it. */
export interface Offering extends Pick<Operation, 'id' | 'actor'> {
  /** Undefined: the operation names the people. */
  readonly target?: Target | undefined;
}

/**
 * Marks needs as offered: stores the course and the due date of each, changes its status, and lets the catalog learn
 * from offers of another course than the recommended one.
 * @param countsOf the people of a need's offer; undefined: they are still being assigned
 */
export async function markOffered(
  tx: TenantTransaction,
  operation: Offering,
  offers: readonly OfferOfNeed[],
  countsOf: (needId: string) => PeopleCounts | undefined = () => undefined,
): Promise<void> {
  if (offers.length === 0) return;
  await storeOffers(tx, operation.id, offers);
  await moveNeeds(
    tx,
    offers.map(({ needId }) => needId),
    { actor: operation.actor, event: 'offer', details: await detailsOf(tx, operation, offers, countsOf) },
  );
  const corrections = offers.flatMap(({ topic, ...offer }) =>
    topic !== null && isCorrection(offer) ? [{ ...offer, topic }] : [],
  );
  await learnCorrections(tx, { operationId: operation.id, actor: operation.actor }, corrections);
}

/** What was offered, to whom, and with which result, for the history of each need. */
async function detailsOf(
  tx: TenantTransaction,
  { id, target }: Offering,
  offers: readonly OfferOfNeed[],
  countsOf: (needId: string) => PeopleCounts | undefined,
): Promise<ReadonlyMap<string, object>> {
  const courses = await namedCourses(
    tx,
    offers.map(({ courseId }) => courseId),
  );
  const to = target === undefined ? {} : { target: withPublicIds(await namedTarget(tx, target)) };
  return new Map(
    offers.map(({ needId, courseId, dueAt }) => {
      const counts = countsOf(needId);
      return [
        needId,
        {
          operationId: ids.show('op', id),
          ...courses.get(courseId),
          ...to,
          dueAt,
          ...(counts === undefined ? {} : { counts }),
        },
      ];
    }),
  );
}

/**
 * Each need stores its latest offer: completions of its course close the need. Its item stores the offer, too: the need
 * returns to it if a later one is undone. The items are also named by an array, because PostgreSQL has no statistics of
 * a new operation, and would compare each of its items with each of these.
 */
async function storeOffers(tx: TenantTransaction, operationId: string, offers: readonly OfferOfNeed[]): Promise<void> {
  const given = JSON.stringify(
    offers.map(({ needId, courseId, dueAt }) => ({ needId, courseId, ...dateColumns(dueAt) })),
  );
  await tx.execute(
    sql`with offered as (
          update need set offered_course_id = given."courseId", due_on = given.day,
            due_at = coalesce(end_of_day(given.day, ${timeZone(tx.tenantId)}), given.time)
          from jsonb_to_recordset(${given}::jsonb) as given ("needId" uuid, "courseId" uuid, day date, time timestamptz)
          where need.tenant_id = ${anyTenant(tx.tenantId)} and need.id = given."needId"
          returning need.id, need.offered_course_id, need.due_on, need.due_at
        )
        update operation_item item set course_id = offered_course_id, due_on = offered.due_on, due_at = offered.due_at
        from offered
        where item.tenant_id = ${tx.tenantId} and item.operation_id = ${operationId} and item.need_id = offered.id
          and item.need_id = any (${sqlArray(offers.map(({ needId }) => needId))}::uuid[])`,
  );
}

/** A second offer of a need adds a course to the first one; it does not correct the recommendation. */
function isCorrection({ status, recommendation, recommendedId, courseId }: Omit<OfferOfNeed, 'topic'>): boolean {
  return recommendation !== 'pending' && recommendedId !== courseId && status !== 'offered' && status !== 'in_progress';
}
