import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, byKey, ids, sqlArray } from '#platform/database';
import { eligibilityOf } from '../offers/eligibility.js';
import { NOBODY_REACHED } from '../offers/offer-batch.js';
import type { OfferInput } from '../offers/offer-input.js';
import { planOffers, wantedOffers } from '../offers/plan-offers.js';
import { partsOf } from '../offers/reached-people.js';
import { standingOffers } from '../offers/standing-offers.js';
import { type Target, countPeople } from '../offers/target.js';
import { TooManyPeople } from './bulk.errors.js';
import type { BulkRefusal, BulkResult } from './bulk.view.js';
import { movableNeeds } from './chosen-needs.js';
import type { Unmoved } from './unmoved-needs.js';

/** The result of an action, with the needs that it would leave as they are. */
export interface BulkPreview extends Pick<BulkResult, 'willMove' | 'willAssign' | 'drafts' | 'tokens' | 'left'> {
  readonly refused: readonly Unmoved[];
}

/** How many needs are shown for each reason of refusal. */
const SHOWN = 50;

/** The result of dismissing or snoozing these needs, without changing them. */
export async function previewMoves(
  tx: TenantTransaction,
  needIds: readonly string[],
  action: 'dismiss' | 'snooze',
): Promise<BulkPreview> {
  const mayMove = new Set(await movableNeeds(tx, needIds, action));
  return {
    willMove: mayMove.size,
    refused: needIds.flatMap((needId) => (mayMove.has(needId) ? [] : [{ needId, why: 'illegal_transition' }])),
  };
}

/** People whom a preview checks, each once for each need: two millions took 8 to 10 s on two processors. */
const MAX_PEOPLE = 500_000;

/** How many people these needs reach, each counted once for each need. */
async function countReached(tx: TenantTransaction, needIds: readonly string[], target: Target): Promise<number> {
  if (target.kind !== 'own') return needIds.length * (await countPeople(tx, target));
  const [row] = await tx.execute<Array<{ people: number }>>(sql`
    select coalesce(sum(people), 0)::float8 as people from need
    where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[])`);
  return row?.people ?? 0;
}

/**
 * The result of offering these needs, without changing them. A person who would be assigned a course for several of
 * them counts once for each course.
 * @param field of the body that selects the needs
 * @throws TooManyPeople
 */
export async function previewOffers(
  tx: TenantTransaction,
  needIds: readonly string[],
  input: OfferInput,
  field: 'ids' | 'filter',
): Promise<BulkPreview> {
  if ((await countReached(tx, needIds, input.target)) > MAX_PEOPLE) throw new TooManyPeople(field, MAX_PEOPLE);
  const { offers, refused, validSince } = await planOffers(tx, wantedOffers(needIds, input), { lock: false });
  const isOwn = input.target.kind === 'own';
  const results = new Map<string, NeedResult>();
  let assigned = 0;
  for await (const part of partsOf(tx, input.target, offers)) {
    const eligibility = await eligibilityOf(tx, { offers: part.offers, validSince }, part.reached);
    const [counted] = await tx.execute<Array<{ assigned: number; needs: NeedResult[] }>>(
      sql`${eligibility}, ${SHARES}, by_need as (
          select need_id as "needId", bool_or(${TAKES}) as "hasCourse",
            bool_or(${TAKES} and ${isOwn ? sql`true` : BY_NEED}) as moves,
            bool_or(outcome in ('already_valid', 'exempt')) as "isAnswered"
          from eligibility group by need_id
        )
        select (select count(distinct (worker_id, course_id))::integer from eligibility
              where outcome = 'will_assign') as assigned,
          (select coalesce(jsonb_agg(by_need), '[]') from by_need) as needs`,
    );
    assigned += counted?.assigned ?? 0;
    for (const need of counted?.needs ?? []) {
      const known = results.get(need.needId);
      results.set(need.needId, {
        needId: need.needId,
        hasCourse: need.hasCourse || known?.hasCourse === true,
        moves: need.moves || known?.moves === true,
        isAnswered: need.isAnswered || known?.isAnswered === true,
      });
    }
  }
  const standing = await standingOffers(
    tx,
    offers.filter(({ needId }) => whyUnmoved(results.get(needId)) === ALREADY_ASSIGNED),
  );
  const unmoved = offers.flatMap(({ needId }) => {
    const why = standing.has(needId) ? null : whyUnmoved(results.get(needId));
    return why === null ? [] : [{ needId, why }];
  });
  return {
    willMove: offers.length - unmoved.length,
    willAssign: assigned,
    refused: [...refused.map(({ needId, why }) => ({ needId, why })), ...unmoved],
  };
}

const TAKES = sql`outcome in ('will_assign', 'already_assigned')`;

/** WITH: which need would assign its course to each of the people, and which of those who have it the needs reach. */
const SHARES = sql`
  once as materialized (
    select distinct on (worker_id, course_id) worker_id, need_id from eligibility where outcome = 'will_assign'
    order by worker_id, course_id, need_id
  ), share as materialized (
    select eligibility.worker_id, eligibility.need_id from eligibility cross join lateral ${byKey(
      'need_person',
      sql`tenant_id = eligibility.tenant_id and need_id = eligibility.need_id and worker_id = eligibility.worker_id`,
    )} where ${TAKES} and answered_at is null
  )`;

/** The person would get the course by this need, or is one of those whom it reaches, as for `offerBatch`. */
const BY_NEED = sql`((worker_id, need_id) in (select worker_id, need_id from once)
  or (worker_id, need_id) in (select worker_id, need_id from share))`;

/** All have the course, or would get it, by other needs, and the need reaches none of them. */
const ALREADY_ASSIGNED = 'already_assigned';

/** The result of an offer for the people of a need. */
interface NeedResult {
  readonly needId: string;
  /** Somebody has, or would get, an assignment. */
  readonly hasCourse: boolean;
  /** And that would be for this need. */
  readonly moves: boolean;
  /** Somebody needs none. */
  readonly isAnswered: boolean;
}

/** @param result undefined: the offer reaches nobody */
function whyUnmoved(result: NeedResult | undefined): string | null {
  if (result === undefined) return NOBODY_REACHED;
  if (result.moves) return null;
  if (result.hasCourse) return ALREADY_ASSIGNED;
  return result.isAnswered ? 'already_valid' : 'left';
}

export function refusals(refused: readonly Unmoved[]): BulkRefusal[] {
  return [...Map.groupBy(refused, ({ why }) => why)].map(([why, needs]) => ({
    why,
    needs: needs.length,
    needIds: needs.slice(0, SHOWN).map(({ needId }) => ids.show('need', needId)),
  }));
}
