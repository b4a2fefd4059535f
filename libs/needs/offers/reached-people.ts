import { type TenantTransaction, sqlArray } from '#platform/database';
import { type PeopleTarget, type Target, peopleOf } from './target.js';

/** People of offers, column by column; `active`: they have not left. */
export interface ReachedPeople {
  /** The need that reaches each of them; null: every need of the offers reaches all of them. */
  readonly needIds: readonly string[] | null;
  readonly workerIds: readonly string[];
  readonly active: readonly boolean[];
}

interface Person {
  readonly id: string;
  readonly active: boolean;
}

/** All people whom offers of these needs reach. */
export async function reachedBy(
  tx: TenantTransaction,
  target: Target,
  needIds: readonly string[],
): Promise<ReachedPeople> {
  if (target.kind === 'own') {
    const people = await tx.execute<Array<Person & { needId: string }>>(OWN, [
      tx.tenantId,
      sqlArray(needIds),
      tx.tenantId,
      sqlArray(needIds),
    ]);
    return { ...columns(people), needIds: people.map(({ needId }) => needId) };
  }
  const { sql, values } = peopleOf(tx.tenantId, target);
  return columns(await tx.execute<Person[]>(sql, [...values]));
}

/** Before every id. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The next people of a target, in the order of their ids. @param after the last one of those before; null: from the
 * first on
 */
export async function reachedAfter(
  tx: TenantTransaction,
  target: PeopleTarget,
  after: string | null,
  limit: number,
): Promise<ReachedPeople> {
  const { sql, values } = peopleOf(tx.tenantId, target, { after: after ?? FIRST_ID, limit });
  return columns(await tx.execute<Person[]>(sql, [...values]));
}

/** All people of a target, some at a time. */
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

function columns(people: readonly Person[]): ReachedPeople {
  return { needIds: null, workerIds: people.map(({ id }) => id), active: people.map(({ active }) => active) };
}

const OWN = `
  select need.id as "needId", worker.id, worker.active from need join worker on worker.tenant_id = need.tenant_id and worker.id = need.worker_id
  where need.tenant_id = ? and need.id = any (?::uuid[])
  union all
  select need.id, worker.id, worker.active from need
    join site on site.tenant_id = need.tenant_id and site.name_key = need.site_key
    join worker on worker.tenant_id = site.tenant_id and worker.site_id = site.id
  where need.tenant_id = ? and need.id = any (?::uuid[]) and need.audience_kind = 'cohort'`;
