import { sql } from '@mikro-orm/postgresql';
import {
  FIRST_ID,
  LAST_ID,
  type SqlFragment,
  type TenantTransaction,
  anyTenant,
  byKey,
  sqlArray,
} from '#platform/database';
import { SITE_OF_NEED, sitesOfNeeds } from './site-of-need.js';
import { type PeopleTarget, type Target, peopleOf } from './target.js';

/** People whom offers reach, column by column. `active`: the person has not left. */
export interface ReachedPeople {
  /** The index of the offer that reaches each of them; null: every offer reaches all of them. */
  readonly offers: readonly number[] | null;
  readonly workerIds: readonly string[];
  readonly active: readonly boolean[];
  /**
   * Whether a requirement names the course for each of them: then nothing but an open assignment of it makes the course
   * unnecessary. Default: for none.
   */
  readonly isRequired?: readonly boolean[];
}

interface Person {
  readonly id: string;
  readonly active: boolean;
}

/** All people whom these offers of needs reach. */
export async function reachedBy(
  tx: TenantTransaction,
  target: Target,
  offers: ReadonlyArray<{ readonly needId: string }>,
): Promise<ReachedPeople> {
  if (target.kind === 'own') {
    const indexes = new Map(offers.map(({ needId }, index) => [needId, index]));
    const people = await tx.execute<Array<Person & { needId: string }>>(ownPeopleOf(tx.tenantId, [...indexes.keys()]));
    return { ...columns(people), offers: people.flatMap(({ needId }) => indexes.get(needId) ?? []) };
  }
  return columns(await tx.execute<Person[]>(peopleOf(tx.tenantId, target)));
}

/**
 * The next people of a target, ordered by id.
 * @param after the last person of the previous page; null: the first page
 */
export async function reachedAfter(
  tx: TenantTransaction,
  target: PeopleTarget,
  after: string | null,
  limit: number,
): Promise<ReachedPeople> {
  return columns(await tx.execute<Person[]>(peopleOf(tx.tenantId, target, { after: after ?? FIRST_ID, limit })));
}

/** All people of a target, page by page. */
export async function* pagesOf(
  tx: TenantTransaction,
  target: PeopleTarget,
  size: number,
): AsyncGenerator<ReachedPeople> {
  let after: string | null | undefined = null;
  while (after !== undefined) {
    const page: ReachedPeople = await reachedAfter(tx, target, after, size);
    yield page;
    after = page.workerIds.length < size ? undefined : page.workerIds.at(-1);
  }
}

/** Offers of needs, and some of the people whom they reach. */
interface PartOfOffers<Offer> {
  readonly offers: readonly Offer[];
  readonly reached: ReachedPeople;
}

/** Pairs of a person and a need in a part, or people whom all offers reach: their ids are in memory several times. */
const SIZE_OF_PART = 10_000;

/**
 * All people whom these offers of needs reach, a part at a time, each with the offers that reach somebody in it. A
 * person is in one part.
 */
export async function* partsOf<Offer extends { readonly needId: string }>(
  tx: TenantTransaction,
  target: Target,
  offers: readonly Offer[],
): AsyncGenerator<PartOfOffers<Offer>> {
  if (target.kind !== 'own') {
    for await (const reached of pagesOf(tx, target, SIZE_OF_PART)) yield { offers, reached };
    return;
  }
  const byNeed = new Map(offers.map((offer) => [offer.needId, offer]));
  const people = ownPeopleOf(tx.tenantId, [...byNeed.keys()]);
  const ends = await tx.execute<Array<{ id: string }>>(sql`
    select id from (select id, row_number() over (order by id) as place from (${people}) as person) as placed
    where place % ${SIZE_OF_PART} = 0 order by id`);
  let after = FIRST_ID;
  for (const until of [...ends.map(({ id }) => id), LAST_ID]) {
    const part = await tx.execute<Array<Person & { needId: string }>>(
      sql`select * from (${people}) as person where id > ${after}::uuid and id <= ${until}::uuid`,
    );
    after = until;
    if (part.length === 0) continue;
    const ofPart = [...new Set(part.map(({ needId }) => needId))].flatMap((needId) => byNeed.get(needId) ?? []);
    const indexes = new Map(ofPart.map(({ needId }, index) => [needId, index]));
    yield {
      offers: ofPart,
      reached: { ...columns(part), offers: part.flatMap(({ needId }) => indexes.get(needId) ?? []) },
    };
  }
}

function columns(people: readonly Person[]): ReachedPeople {
  return { offers: null, workerIds: people.map(({ id }) => id), active: people.map(({ active }) => active) };
}

function ownPeopleOf(tenantId: string, needIds: readonly string[]): SqlFragment {
  const ids = sqlArray(needIds);
  return sql`
  select need.id as "needId", worker.id, worker.active from need
    cross join lateral ${byKey('worker', sql`tenant_id = need.tenant_id and id = need.worker_id`)}
  where need.tenant_id = ${tenantId} and need.id = any (${ids}::uuid[])
  union all
  select need.id, worker.id, worker.active from need ${sitesOfNeeds(tenantId)}
    join worker on worker.tenant_id = ${anyTenant(tenantId)} and worker.site_id = ${SITE_OF_NEED}
  where need.tenant_id = ${tenantId} and need.id = any (${ids}::uuid[]) and need.audience_kind = 'cohort'`;
}
