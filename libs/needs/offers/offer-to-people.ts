import { type Operation, addItems } from '#operations';
import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { Assignment } from '../assignments/assignment.entity.js';
import { lockAssigning } from '../assignments/lock-assigning.js';
import { lockGaps } from '../gaps/regroup.js';
import type { NeedChange } from '../need-changes.js';
import { type Eligibility, eligibilityOf } from './eligibility.js';
import { offerBatch } from './offer-batch.js';
import { type PersonOffer, planPersonOffers } from './person-offers.js';

/**
 * Keeps everybody else from assigning or completing courses, and from changing these needs, until the transaction ends:
 * what people lack is read after it.
 */
export async function lockToOffer(tx: TenantTransaction, needIds: readonly string[]): Promise<void> {
  await lockGaps(tx, needIds);
  await lockAssigning(tx);
}

/**
 * Assigns courses to people by the rules of offers, as a step of an operation. Needs that are offered become its items.
 * The caller holds the locks of an offer (`lockTimeZoneShared`, `lockResolutionShared`), and publishes the change.
 */
export async function offerToPeople(
  tx: TenantTransaction,
  operation: Pick<Operation, 'id' | 'actor'>,
  offers: readonly PersonOffer[],
): Promise<NeedChange> {
  const { plan, withoutNeed, reached } = await planPersonOffers(tx, offers, { lock: true });
  await addItems(
    tx,
    operation.id,
    plan.offers.map(({ needId }) => needId),
  );
  // A need that was offered in an earlier step keeps its result.
  const { change } = await offerBatch(tx, operation, { ...plan, withoutNeed, refused: [] }, reached);
  return change;
}

/** What offering does, in people for each course. A person counts once for each course and outcome. */
export interface ExpectedOffers {
  /** By course. */
  readonly willAssign: ReadonlyMap<string, number>;
  readonly alreadyAssigned: number;
  readonly alreadyValid: number;
  readonly exempt: number;
}

/** The result of {@link offerToPeople}, without changing anything. */
export async function expectedOffers(tx: TenantTransaction, offers: readonly PersonOffer[]): Promise<ExpectedOffers> {
  const { plan, withoutNeed, reached } = await planPersonOffers(tx, offers, { lock: false });
  const all = [...plan.offers, ...withoutNeed];
  const eligibility = await eligibilityOf(tx, { offers: all, validSince: plan.validSince }, reached);
  const rows = await tx.execute<Array<{ outcome: Eligibility; courseId: string; people: number }>>(sql`
    ${eligibility}
    select outcome, course_id as "courseId", count(distinct worker_id)::integer as people from eligibility
    group by outcome, course_id`);
  const peopleOf = (outcome: Eligibility): number =>
    rows.filter((row) => row.outcome === outcome).reduce((sum, { people }) => sum + people, 0);
  return {
    willAssign: new Map(
      rows.flatMap(({ outcome, courseId, people }) => (outcome === 'will_assign' ? [[courseId, people]] : [])),
    ),
    alreadyAssigned: peopleOf('already_assigned'),
    alreadyValid: peopleOf('already_valid'),
    exempt: peopleOf('exempt'),
  };
}

/** The assignments that an operation made. */
export function countAssignments(tx: TenantTransaction, operationId: string): Promise<number> {
  return tx.count(Assignment, { operationId });
}
