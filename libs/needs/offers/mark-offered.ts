import { sql } from '@mikro-orm/postgresql';
import { learnCorrections } from '#catalog';
import type { Operation } from '#operations';
import type { TenantTransaction } from '#platform/database';
import { dateColumns } from '#platform/text';
import { timeZone } from '#tenancy';
import { moveNeeds } from '../lifecycle/move-needs.js';
import type { OfferOfNeed } from './plan-offers.js';

type Offering = Pick<Operation, 'id' | 'actor'>;

/**
 * Marks needs as offered: stores the course and the due date of each, changes its status, and lets the catalog learn
 * from offers of another course than the recommended one.
 */
export async function markOffered(
  tx: TenantTransaction,
  operation: Offering,
  offers: readonly OfferOfNeed[],
): Promise<void> {
  await storeOffers(tx, offers);
  await moveNeeds(
    tx,
    offers.map(({ needId }) => needId),
    { actor: operation.actor, event: 'offer' },
  );
  const corrections = offers.flatMap(({ topic, ...offer }) =>
    topic !== null && isCorrection(offer) ? [{ ...offer, topic }] : [],
  );
  await learnCorrections(tx, { operationId: operation.id, actor: operation.actor }, corrections);
}

/** Each need stores its latest offer: completions of its course close the need. */
async function storeOffers(tx: TenantTransaction, offers: readonly OfferOfNeed[]): Promise<void> {
  const given = JSON.stringify(
    offers.map(({ needId, courseId, dueAt }) => ({ needId, courseId, ...dateColumns(dueAt) })),
  );
  await tx.execute(
    sql`update need set offered_course_id = given."courseId", due_on = given.day, due_at = coalesce(end_of_day(given.day, ${timeZone(tx.tenantId)}), given.time)
        from jsonb_to_recordset(${given}::jsonb) as given ("needId" uuid, "courseId" uuid, day date, time timestamptz)
        where need.tenant_id = ${tx.tenantId} and need.id = given."needId"`,
  );
}

/** A second offer of a need adds a course to the first one; it does not correct the recommendation. */
function isCorrection({ status, recommendation, recommendedId, courseId }: Omit<OfferOfNeed, 'topic'>): boolean {
  return recommendation !== 'pending' && recommendedId !== courseId && status !== 'offered' && status !== 'in_progress';
}
