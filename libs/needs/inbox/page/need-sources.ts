import { sql } from '@mikro-orm/postgresql';
import { aliasKeysOf } from '#directory';
import { type SqlFragment, sqlArray } from '#platform/database';
import { NEED_STATUSES, RECOMMENDATIONS } from '../../need.js';
import { type NeedSort, statusesOf } from '../needs.query.js';
import { needsOfSignalsSince } from './date-conditions.js';
import type { FoundWords } from './find-words.js';
import { FRESH, SEEN } from './halves.js';
import {
  type FilterName,
  type NeedFilters,
  atSite,
  conditionsOf,
  membersOf,
  namedWorker,
  ofType,
} from './need-conditions.js';
import { ofRareWord } from './text-search.js';

/** One index that finds some of the needs of a page. */
export interface Source {
  /** The conditions on the leading columns of the index; severity and id follow. */
  readonly begins: readonly SqlFragment[];
  /** Tables whose rows are each looked up in the index separately: `status (value)`. */
  readonly each: readonly SqlFragment[];
  /** The remaining conditions, which are checked for each need that the index finds. */
  readonly rest: readonly SqlFragment[];
}

/** The resolved ones of the statuses of the inbox. */
const SEEN_IN_INBOX = sql`need.resolved_at is not null and need.closed_at is null and need.status <> 'snoozed'`;

export type SourceFilters = NeedFilters &
  Partial<FoundWords> & {
    /** The group has too many workers to read the needs of each of them. */
    readonly isGroupLarge?: boolean;
    /** There are few signals since `seenSince`, so that the needs are found by them. */
    readonly isSeenRarely?: boolean;
  };

/** Filters with an index, the most selective first. */
const WAYS_IN = [
  'worker',
  'q',
  'group',
  'site',
  'topic',
  'course',
  'seenSince',
  'type',
  'unknownWorker',
  'unknownSite',
] as const satisfies readonly FilterName[];

/**
 * Whether the need that a need follows is closed. A scalar subquery stays a look-up by primary key; EXISTS may become a
 * join.
 */
const LEADER_IS_CLOSED = sql`coalesce((
  select lead.closed_at is not null from need as lead where lead.tenant_id = need.tenant_id and lead.id = need.follows),
  true)`;

/** It leads its gap; or the need that it follows has just been closed, and the job has not found another leader yet. */
const LEADS = sql`(need.follows is null or ${LEADER_IS_CLOSED})`;

/** It follows a need that is listed for it. */
export const FOLLOWS = sql`need.follows is not null and not ${LEADER_IS_CLOSED}`;

/** The sources of an inbox in which a gap is one row: those of its leaders. */
export function sourcesOfLeaders(tenantId: string, filters: SourceFilters, sort: NeedSort): Source[] {
  return sourcesOf(tenantId, filters, sort).map((source) => ({ ...source, rest: [...source.rest, LEADS] }));
}

/** The conditions of needs that match the filters and follow another one, which is listed for them; null: no filter. */
export function followersOf(
  tenantId: string,
  { found, rareWord, ...filters }: SourceFilters,
): readonly SqlFragment[] | null {
  const conditions = [...conditionsOf(tenantId, filters, found).values()];
  if (rareWord !== undefined) conditions.push(ofRareWord(tenantId, rareWord));
  return conditions.length === 0 ? null : conditions;
}

/** The sources whose union has all needs that match the filters; a need may be in several. */
export function sourcesOf(tenantId: string, filters: SourceFilters, sort: NeedSort): Source[] {
  const ofAny = conditionsOf(tenantId, filters);
  const key = ofAny.get('dedupeKey');
  // Few needs have had the same key; those that are open, and those that are closed, have indexes of their own.
  if (key !== undefined)
    return [sql`need.closed_at is null`, sql`need.closed_at is not null`].map((half) => ({
      begins: [half, key],
      each: [],
      rest: [...ofAny].flatMap(([name, condition]) => (name === 'dedupeKey' ? [] : [condition])),
    }));
  const fresh: Source = { begins: [FRESH], each: [], rest: [...ofAny.values()] };
  const all = conditionsOf(tenantId, filters, filters.found);
  if (filters.type === undefined) return [...seenSources(tenantId, filters, sort, all), fresh];
  // The indexes have the type of the latest signal. Few needs have been reported with others: these have one of their
  // own.
  const [latest, earlier] = ofType(filters.type);
  const others = [...all].flatMap(([name, condition]) => (name === 'type' ? [] : [condition]));
  return [
    ...seenSources(tenantId, filters, sort, new Map([...all, ['type', latest]])),
    { begins: [SEEN, earlier], each: [], rest: others },
    fresh,
  ];
}

/** The sources of needs that are resolved or closed. */
function seenSources(
  tenantId: string,
  filters: SourceFilters,
  sort: NeedSort,
  conditions: ReadonlyMap<FilterName, SqlFragment>,
): Source[] {
  const restAfter = (...done: readonly FilterName[]): SqlFragment[] =>
    [...conditions].flatMap(([name, condition]) => (done.includes(name) ? [] : [condition]));
  const isWayIn = (name: FilterName): boolean =>
    conditions.has(name) &&
    filters[name] !== 'false' &&
    (name !== 'group' || filters.isGroupLarge !== true) &&
    (name !== 'seenSince' || filters.isSeenRarely === true) &&
    (name !== 'q' || filters.rareWord !== undefined);
  const wayIn = WAYS_IN.find(isWayIn);
  if (wayIn === 'worker') {
    const { ids, unknown } = namedWorker(tenantId, filters.worker ?? '');
    const rest = restAfter('worker');
    const known: Source = {
      begins: [SEEN, sql`need.worker_id = known.id`],
      each: [sql`(${ids}) as known (id)`],
      rest,
    };
    return [known, ...unknown.map((key) => ({ begins: [SEEN, key], each: [], rest }))];
  }
  const condition = wayIn === undefined ? undefined : conditions.get(wayIn);
  if (wayIn === 'q' && filters.rareWord !== undefined)
    return [{ begins: [SEEN, ofRareWord(tenantId, filters.rareWord)], each: [], rest: restAfter() }];
  if (wayIn === 'group') {
    const isOfMember = sql`need.worker_id = any (array(${membersOf(tenantId, filters.group ?? '')}))`;
    return [{ begins: [SEEN, isOfMember], each: [], rest: restAfter('group') }];
  }
  if (wayIn === 'seenSince') {
    const isOfSignal = sql`need.id = any (array(${needsOfSignalsSince(tenantId, filters.seenSince ?? '')}))`;
    return [{ begins: [SEEN, isOfSignal], each: [], rest: restAfter() }];
  }
  if (wayIn !== undefined) {
    const inState = (key: SqlFragment, ...each: readonly SqlFragment[]): Source => ({
      begins: [SEEN, key, IN_STATE],
      each: [...each, ...statesOf(filters)],
      rest: restAfter(wayIn, 'status', 'recommendation'),
    });
    if (wayIn !== 'site') return condition === undefined ? [] : [inState(condition)];
    const { site = '' } = filters;
    return [
      ...atSite(tenantId, site).map((key) => inState(key)),
      inState(sql`need.site_key = former.key`, sql`(${aliasKeysOf(tenantId, site)}) as former (key)`),
    ];
  }
  if (sort === 'due' || filters.dueBefore !== undefined || filters.dueAfter !== undefined)
    return [
      { begins: [SEEN, sql`need.status = status.value`], each: [lookedUpStatuses(filters)], rest: restAfter('status') },
    ];
  if (filters.status === undefined && filters.recommendation === undefined)
    return [{ begins: [SEEN_IN_INBOX], each: [], rest: restAfter('status') }];
  if (conditions.has('status') || conditions.has('recommendation')) {
    return [{ begins: [SEEN, IN_STATE], each: statesOf(filters), rest: restAfter('status', 'recommendation') }];
  }
  return [{ begins: [SEEN], each: [], rest: restAfter() }];
}

const IN_STATE = sql`need.status = status.value and need.recommendation = recommendation.value`;

/** The statuses and recommendations that match the filters: without a filter all values are looked up. */
function statesOf({ recommendation, ...filters }: NeedFilters): SqlFragment[] {
  return [
    lookedUpStatuses(filters),
    sql`unnest(${sqlArray(recommendation ?? RECOMMENDATIONS)}::text[]) as recommendation (value)`,
  ];
}

function lookedUpStatuses(filters: Pick<NeedFilters, 'status'>): SqlFragment {
  return sql`unnest(${sqlArray(statusesOf(filters) ?? NEED_STATUSES)}::text[]) as status (value)`;
}
