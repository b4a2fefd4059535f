import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids, sqlArray } from '#platform/database';
import { TRANSITIONS } from '../lifecycle/need.transitions.js';
import type { NeedStatus } from '../need.js';
import { eligibilityOf } from '../offers/eligibility.js';
import { NOBODY_REACHED } from '../offers/offer-batch.js';
import { reachedBy } from '../offers/reached-people.js';
import type { OfferInput } from '../offers/offer-input.js';
import { planOffers, wantedOffers } from '../offers/plan-offers.js';
import type { BulkResult, BulkRefusal } from './bulk.view.js';

/** How many needs are shown for each reason of refusal. */
const SHOWN = 50;

/** The result of dismissing or snoozing these needs, without changing them. */
export async function previewMoves(
  tx: TenantTransaction,
  needIds: readonly string[],
  event: 'dismiss' | 'snooze',
): Promise<Pick<BulkResult, 'willMove' | 'refused'>> {
  const needs = await tx.execute<Array<{ id: string; status: NeedStatus }>>(
    sql`select id, status from need where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])`,
  );
  const refused = needs.flatMap(({ id, status }) =>
    TRANSITIONS[event].steps[status] === undefined ? [{ needId: id, why: 'illegal_transition' }] : [],
  );
  return { willMove: needs.length - refused.length, refused: refusals(refused) };
}

/**
 * The result of offering these needs, without changing them. A person who would be assigned a course for several of
 * them counts once for each course.
 */
export async function previewOffers(
  tx: TenantTransaction,
  needIds: readonly string[],
  input: OfferInput,
): Promise<Pick<BulkResult, 'willMove' | 'willAssign' | 'refused'>> {
  const { offers, refused, validSince } = await planOffers(tx, wantedOffers(needIds, input), { lock: false });
  const reached = await reachedBy(tx, input.target, offers);
  const eligibility = await eligibilityOf(tx, offers, reached, validSince);
  const [counted] = await tx.execute<Array<{ moved: number; assigned: number }>>(
    sql`${eligibility} select count(distinct need_id)::integer as moved,
          (count(distinct (worker_id, course_id)) filter (where outcome = 'will_assign'))::integer as assigned
        from eligibility where outcome in ('will_assign', 'already_assigned')`,
  );
  const isReached = new Set(reached.offers ?? (reached.workerIds.length === 0 ? [] : offers.keys()));
  const unreached = offers.flatMap(({ needId }, offer) =>
    isReached.has(offer) ? [] : [{ needId, why: NOBODY_REACHED }],
  );
  return {
    willMove: counted?.moved ?? 0,
    willAssign: counted?.assigned ?? 0,
    refused: refusals([...refused, ...unreached]),
  };
}

export function refusals(refused: ReadonlyArray<{ needId: string; why: string }>): BulkRefusal[] {
  return [...Map.groupBy(refused, ({ why }) => why)].map(([why, needs]) => ({
    why,
    needs: needs.length,
    needIds: needs.slice(0, SHOWN).map(({ needId }) => ids.show('need', needId)),
  }));
}
