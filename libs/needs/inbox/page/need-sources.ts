import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, sqlArray } from '#platform/database';
import { NEED_STATUSES, RECOMMENDATIONS } from '../../need.js';
import { type FilterName, type NeedFilters, atSite, conditionsOf, namedWorker } from './need-conditions.js';

/** A way to some of the needs of a page, by one index. */
export interface Source {
  /** What its index begins with; severity and id follow. */
  readonly begins: readonly SqlFragment[];
  /** Tables each of whose rows is looked up in the index by itself: `status (value)`. */
  readonly each: readonly SqlFragment[];
  /** What is left to ask of each need that the index shows. */
  readonly rest: readonly SqlFragment[];
}

/** The two halves of the inbox, as the indexes divide it: what is resolved or closed, and what is neither yet. */
const SEEN = sql`(need.resolved_at is not null or need.closed_at is not null)`;
const FRESH = sql`need.resolved_at is null and need.closed_at is null`;

/** The indexes that begin with what a filter names, the one that leaves the fewest needs first. */
const WAYS_IN = ['worker', 'site', 'topic', 'type'] as const satisfies readonly FilterName[];

/** The sources that have, between them, all needs that the filters let through; a need may be in several. */
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
    const keys =
      wayIn === 'site'
        ? atSite(tenantId, filters.site ?? '')
        : [...conditions].flatMap(([name, condition]) => (name === wayIn ? [condition] : []));
    return [
      ...keys.map((key) => ({
        begins: [SEEN, key, IN_STATE],
        each: statesOf(filters),
        rest: restAfter(wayIn, 'status', 'recommendation'),
      })),
      fresh,
    ];
  }
  if (conditions.has('status') || conditions.has('recommendation')) {
    return [{ begins: [SEEN, IN_STATE], each: statesOf(filters), rest: restAfter('status', 'recommendation') }, fresh];
  }
  return [{ begins: [SEEN], each: [], rest: restAfter() }, fresh];
}

const IN_STATE = sql`need.status = status.value and need.recommendation = recommendation.value`;

/** The states that the filters let through: one that they do not name is looked up in all of its values. */
function statesOf({ status, recommendation }: NeedFilters): SqlFragment[] {
  return [
    sql`unnest(${sqlArray(status ?? NEED_STATUSES)}::text[]) as status (value)`,
    sql`unnest(${sqlArray(recommendation ?? RECOMMENDATIONS)}::text[]) as recommendation (value)`,
  ];
}
