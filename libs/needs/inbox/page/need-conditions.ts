import { aliasKeysOf, idsOfWorker, keysOfWorker, presentKeyOf, siteIdNamed } from '#directory';
import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, anyOf, ids, sqlArray } from '#platform/database';
import { nameKeyOf } from '#platform/text';
import { type NeedsQuery, statusesOf } from '../needs.query.js';
import { dateConditionsOf } from './date-conditions.js';
import { type FoundWord, textSearch } from './text-search.js';

/**
 * The filters of the inbox, by name; the severity is part of its order. Their dates are instants (`instantsOf`).
 */
export type NeedFilters = Omit<NeedsQuery, 'severity' | 'sort' | 'grouped' | 'cursor' | 'limit'>;
export type FilterName = keyof NeedFilters;

/**
 * The condition of each given filter on a need, independent of the index that finds it.
 * @param tenantId for look-ups in other tables
 * @param found words of `q`, for needs that are resolved or closed
 */
export function conditionsOf(
  tenantId: string,
  {
    recommendation,
    course,
    type,
    topic,
    site,
    worker,
    group,
    dedupeKey,
    unknownWorker,
    unknownSite,
    q,
    ...filters
  }: NeedFilters,
  found: readonly FoundWord[] = [],
): ReadonlyMap<FilterName, SqlFragment> {
  const conditions = new Map<FilterName, SqlFragment>();
  const statuses = statusesOf(filters);
  if (statuses !== null) conditions.set('status', sql`need.status = any (${sqlArray(statuses)}::text[])`);
  if (recommendation)
    conditions.set('recommendation', sql`need.recommendation = any (${sqlArray(recommendation)}::text[])`);
  if (course !== undefined) conditions.set('course', sql`need.course_id = ${ids.parse('crs', course)}`);
  if (type !== undefined) conditions.set('type', anyOf(ofType(type)));
  if (topic !== undefined)
    conditions.set('topic', sql`need.topic_key = lower(${topic} collate "pg_c_utf8") collate "default"`);
  if (site !== undefined) conditions.set('site', anyOf([...atSite(tenantId, site), atFormerSite(tenantId, site)]));
  if (worker !== undefined) conditions.set('worker', ofWorker(namedWorker(tenantId, worker)));
  if (group !== undefined) conditions.set('group', ofMember(tenantId, group));
  if (dedupeKey !== undefined) conditions.set('dedupeKey', sql`need.dedupe_key = ${dedupeKey}`);
  if (unknownWorker !== undefined) conditions.set('unknownWorker', unless(unknownWorker === 'true', OF_UNKNOWN_WORKER));
  if (unknownSite !== undefined) conditions.set('unknownSite', unless(unknownSite === 'true', AT_UNKNOWN_SITE));
  for (const [name, condition] of dateConditionsOf(filters)) conditions.set(name, condition);
  if (q !== undefined) conditions.set('q', textSearch(q, found));
  return conditions;
}

/** A worker who is not in the directory. */
const OF_UNKNOWN_WORKER = sql`(need.audience_kind = 'worker' and need.worker_id is null)`;

/** A site that is not in the directory. A need that was closed before its site was renamed has the old name. */
const AT_UNKNOWN_SITE = sql`(need.audience_kind = 'cohort' and need.site_key is not null and not exists (
  select from site where site.tenant_id = need.tenant_id and site.name_key = need.site_key) and not exists (
  select from site_alias alias where alias.tenant_id = need.tenant_id and alias.name_key = need.site_key))`;

function unless(holds: boolean, condition: SqlFragment): SqlFragment {
  return holds ? condition : sql`not ${condition}`;
}

/** SELECT of the ids of the workers in a group. */
export function membersOf(tenantId: string, group: string): SqlFragment {
  return sql`select worker_id from worker_group_member where tenant_id = ${tenantId}
    and group_id = ${groupIdNamed(tenantId, group)}`;
}

/**
 * Of a worker in a group. Each need is looked up: an array of thousands would be searched for each, and EXISTS may
 * become a join that reads all needs.
 */
function ofMember(tenantId: string, group: string): SqlFragment {
  return sql`coalesce((
    select true from worker_group_member member where member.tenant_id = need.tenant_id
      and member.worker_id = need.worker_id and member.group_id = ${groupIdNamed(tenantId, group)}), false)`;
}

function groupIdNamed(tenantId: string, group: string): SqlFragment {
  return sql`(select id from worker_group where tenant_id = ${tenantId} and name_key = ${nameKeyOf(group)})`;
}

/** Reported with a type: by the latest signal, or by an earlier one. */
export function ofType(type: string): [latest: SqlFragment, earlier: SqlFragment] {
  return [sql`need.type = ${type}`, sql`(need.earlier_types is not null and ${type} = any (need.earlier_types))`];
}

/** At the site that the signal names, by its name or an earlier name, or at the worker's site. */
export function atSite(tenantId: string, name: string): SqlFragment[] {
  return [
    sql`need.site_key = ${nameKeyOf(name)}`,
    sql`need.site_key = ${presentKeyOf(tenantId, name)}`,
    sql`need.worker_site_id = ${siteIdNamed(tenantId, name)}`,
  ];
}

/**
 * At a site that the signal called by an earlier name. Open needs have the present name; those that were closed before
 * the site was renamed keep the one of then.
 */
function atFormerSite(tenantId: string, name: string): SqlFragment {
  return sql`need.site_key = any (array(${aliasKeysOf(tenantId, name)}))`;
}

/** A worker by id or any of its keys. */
export interface NamedWorker {
  /** A query for the id: no row if the text is an unknown key, several if it is a key of several workers. */
  readonly ids: SqlFragment;
  /** The conditions for a need whose worker is not in the directory, by the keys in the signal. */
  readonly unknown: readonly SqlFragment[];
}

export function namedWorker(tenantId: string, worker: string): NamedWorker {
  return {
    ids: idsOfWorker(tenantId, worker),
    unknown: keysOfWorker(worker).map(([column, key]) => sql`(need.worker_id is null and need.${column} = ${key})`),
  };
}

function ofWorker({ ids: known, unknown }: NamedWorker): SqlFragment {
  return anyOf([sql`need.worker_id = any (array(${known}))`, ...unknown]);
}
