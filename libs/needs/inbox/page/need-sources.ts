import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, sqlArray } from '#platform/database';
import { NEED_STATUSES, RECOMMENDATIONS } from '../../need.js';
import { type FilterName, type NeedFilters, atSite, conditionsOf, namedWorker, ofType } from './need-conditions.js';

/** One index that finds some of the needs of a page. */
export interface Source {
  /** The conditions on the leading columns of the index; severity and id follow. */
  readonly begins: readonly SqlFragment[];
  /** Tables whose rows are each looked up in the index separately: `status (value)`. */
  readonly each: readonly SqlFragment[];
  /** The remaining conditions, which are checked for each need that the index finds. */
  readonly rest: readonly SqlFragment[];
}

/**
 * The two halves of the inbox, which have indexes of their own: needs that are resolved or closed, and needs that are
 * neither yet.
 */
const SEEN = sql`(need.resolved_at is not null or need.closed_at is not null)`;
const FRESH = sql`need.resolved_at is null and need.closed_at is null`;

/** Filters with an index, the most selective first. */
const WAYS_IN = ['worker', 'site', 'topic', 'type'] as const satisfies readonly FilterName[];

/** The sources whose union has all needs that match the filters; a need may be in several. */
export function sourcesOf(tenantId: string, filters: NeedFilters): Source[] {
  const conditions = conditionsOf(tenantId, filters);
  const restAfter = (...done: readonly FilterName[]): SqlFragment[] =>
    [...conditions].flatMap(([name, condition]) => (done.includes(name) ? [] : [condition]));
  const fresh: Source = { begins: [FRESH], each: [], rest: restAfter() };
  const wayIn = WAYS_IN.find((name) => conditions.has(name));
  if (wayIn === 'worker') {
    const { ids, unknown } = namedWorker(tenantId, filters.worker ?? '');
    const rest = restAfter('worker');
    const known: Source = {
      begins: [SEEN, sql`need.worker_id = known.id`],
      each: [sql`(${ids}) as known (id)`],
      rest,
    };
    return [known, ...unknown.map((key) => ({ begins: [SEEN, key], each: [], rest })), fresh];
  }
  if (wayIn !== undefined) {
    const found = keysOf(wayIn, tenantId, filters, conditions).map((key) => ({
      begins: [SEEN, key, IN_STATE],
      each: statesOf(filters),
      rest: restAfter(wayIn, 'status', 'recommendation'),
    }));
    if (wayIn !== 'type') return [...found, fresh];
    // Few needs have been reported with several types: their index is of its own.
    const [, earlier] = ofType(filters.type ?? '');
    return [...found, { begins: [SEEN, earlier], each: [], rest: restAfter('type') }, fresh];
  }
  if (conditions.has('status') || conditions.has('recommendation')) {
    return [{ begins: [SEEN, IN_STATE], each: statesOf(filters), rest: restAfter('status', 'recommendation') }, fresh];
  }
  return [{ begins: [SEEN], each: [], rest: restAfter() }, fresh];
}

/** The conditions of a filter, each of which has an index. */
function keysOf(
  wayIn: 'site' | 'topic' | 'type',
  tenantId: string,
  { site = '', type = '' }: NeedFilters,
  conditions: ReadonlyMap<FilterName, SqlFragment>,
): SqlFragment[] {
  if (wayIn === 'site') return atSite(tenantId, site);
  if (wayIn === 'type') return [ofType(type)[0]];
  const condition = conditions.get(wayIn);
  return condition === undefined ? [] : [condition];
}

const IN_STATE = sql`need.status = status.value and need.recommendation = recommendation.value`;

/** The statuses and recommendations that match the filters: without a filter all values are looked up. */
function statesOf({ status, recommendation }: NeedFilters): SqlFragment[] {
  return [
    sql`unnest(${sqlArray(status ?? NEED_STATUSES)}::text[]) as status (value)`,
    sql`unnest(${sqlArray(recommendation ?? RECOMMENDATIONS)}::text[]) as recommendation (value)`,
  ];
}
