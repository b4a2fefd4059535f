import { sqlArray } from '#platform/database';
import { NEED_STATUSES, RECOMMENDATIONS } from '../../need.js';
import type { Condition } from './condition.js';
import { type FilterName, type NeedFilters, atSite, conditionsOf, namedWorker } from './need-conditions.js';

/** A way to some of the needs of a page, by one index. */
export interface Source {
  /** What its index begins with; severity and id follow. */
  readonly begins: readonly Condition[];
  /** Tables each of whose rows is looked up in the index by itself: `status (value)`. */
  readonly each: readonly Condition[];
  /** What is left to ask of each need that the index shows. */
  readonly rest: readonly Condition[];
}

/** The two halves of the inbox, as the indexes divide it: what is resolved or closed, and what is neither yet. */
const SEEN: Condition = { sql: '(need.resolved_at is not null or need.closed_at is not null)', values: [] };
const FRESH: Condition = { sql: 'need.resolved_at is null and need.closed_at is null', values: [] };

/** The indexes that begin with what a filter names, the one that leaves the fewest needs first. */
const WAYS_IN = ['worker', 'site', 'topic', 'type'] as const satisfies readonly FilterName[];

/** The sources that have, between them, all needs that the filters let through; a need may be in several. */
export function sourcesOf(tenantId: string, filters: NeedFilters): Source[] {
  const conditions = conditionsOf(tenantId, filters);
  const restAfter = (...done: readonly FilterName[]): Condition[] =>
    [...conditions].flatMap(([name, condition]) => (done.includes(name) ? [] : [condition]));
  const fresh: Source = { begins: [FRESH], each: [], rest: restAfter() };
  const wayIn = WAYS_IN.find((name) => conditions.has(name));
  if (wayIn === 'worker') {
    const { ids, unknown } = namedWorker(tenantId, filters.worker ?? '');
    const rest = restAfter('worker');
    const known: Source = {
      begins: [SEEN, { sql: 'need.worker_id = known.id', values: [] }],
      each: [{ sql: `(${ids.sql}) as known (id)`, values: ids.values }],
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

const IN_STATE: Condition = {
  sql: 'need.status = status.value and need.recommendation = recommendation.value',
  values: [],
};

/** The states that the filters let through: one that they do not name is looked up in all of its values. */
function statesOf({ status, recommendation }: NeedFilters): Condition[] {
  return [
    { sql: 'unnest(?::text[]) as status (value)', values: [sqlArray(status ?? NEED_STATUSES)] },
    { sql: 'unnest(?::text[]) as recommendation (value)', values: [sqlArray(recommendation ?? RECOMMENDATIONS)] },
  ];
}
