import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant, joinSql, sqlArray } from '#platform/database';
import { pageOf } from '#platform/http';
import { DAY_MS } from '#platform/text';
import { completeViews } from '../complete-views.js';
import { NEED_COLUMNS, NEED_JOINS, type NeedRow, needView } from '../need-rows.js';
import type { NeedPage, NeedsCount } from '../need.view.js';
import type { NeedsCountQuery, NeedsQuery } from '../needs.query.js';
import { countUpTo } from './count-up-to.js';
import { instantsOf, needsOfSignalsSince } from './date-conditions.js';
import { foundWords } from './find-words.js';
import { membersOf } from './need-conditions.js';
import { ORDERS, keysetOf, severitiesOf } from './need-order.js';
import { FOLLOWS, type Source, type SourceFilters, followersOf, sourcesOf, sourcesOfLeaders } from './need-sources.js';

/**
 * One page of the inbox. It takes the same time in a tenant with a million needs as with a thousand (`npm run
 * bench:inbox`).
 */
export async function readPage(tx: TenantTransaction, query: NeedsQuery): Promise<NeedPage> {
  const rows = await tx.execute<NeedRow[]>(pageStatement(tx.tenantId, await prepareQuery(tx, query)));
  const page = pageOf(rows, query.limit, needView, (row) => keysetOf(query.sort, row));
  return { ...page, items: await completeViews(tx, page.items) };
}

/** Rows of the inbox that are counted; beyond, a count takes as long as the tenant has needs. */
const MAX_COUNTED = 2_000;

/** How many rows of the inbox match, as if they were read in one page. */
export async function countRows(tx: TenantTransaction, filters: NeedsCountQuery): Promise<NeedsCount> {
  const query = await prepareQuery(tx, { ...filters, sort: 'severity' as const, limit: MAX_COUNTED });
  const [row] = await tx.execute<Array<{ count: number }>>(
    sql`select count(*)::integer as count from (${hitsStatement(tx.tenantId, query)}) as hit`,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, MAX_COUNTED), exact: count <= MAX_COUNTED };
}

type PageFilters = Omit<NeedsQuery, 'grouped'> & Partial<NeedsQuery> & SourceFilters;

/**
 * Members of a group whose needs are read one by one: few, or more of a group that has a small part of the workers.
 * Those of a larger group are found in the order of the page, which is soon full.
 */
const FEW_MEMBERS = 1_000;
const MAX_MEMBERS = 10_000;
/** Workers of the tenant for each member of a group that has a small part of them. */
const WORKERS_PER_MEMBER = 20;

async function isLargeGroup(tx: TenantTransaction, group: string): Promise<boolean> {
  const { tenantId } = tx;
  const members = await countUpTo(tx, MAX_MEMBERS + 1, membersOf(tenantId, group));
  if (members <= FEW_MEMBERS || members > MAX_MEMBERS) return members > MAX_MEMBERS;
  const workers = members * WORKERS_PER_MEMBER;
  return (await countUpTo(tx, workers, sql`select from worker where tenant_id = ${tenantId}`)) < workers;
}

/** Signals by which needs are found that were seen since a time. Those of more are found in the order of the page. */
const MAX_SIGNALS = 10_000;

/** The shortest time for which signals are kept is a month: a tenant that now keeps them longer has no older ones. */
const ALL_KEPT_MS = 28 * DAY_MS;

/**
 * The query with what its statement depends on: its dates as instants, the size of its group, and the number of signals
 * since.
 */
async function prepareQuery<Query extends PageFilters>(tx: TenantTransaction, query: Query): Promise<Query> {
  const { group } = query;
  const isGroupLarge = group !== undefined && (await isLargeGroup(tx, group));
  const known = { ...(await instantsOf(tx, query)), isGroupLarge };
  const { seenSince, q } = known;
  return {
    ...known,
    isSeenRarely: seenSince !== undefined && (await isSeenRarely(tx, seenSince)),
    ...(q === undefined ? {} : await foundWords(tx, q)),
  };
}

async function isSeenRarely(tx: TenantTransaction, instant: string): Promise<boolean> {
  if (Date.parse(instant) < Date.now() - ALL_KEPT_MS) return false;
  return (await countUpTo(tx, MAX_SIGNALS + 1, needsOfSignalsSince(tx.tenantId, instant))) <= MAX_SIGNALS;
}

/** @param query its dates are instants */
export function pageStatement(tenantId: string, query: PageFilters): SqlFragment {
  return sql`
    with hit as (${hitsStatement(tenantId, query)})
    select ${NEED_COLUMNS} from hit cross join lateral (
      select * from need where need.tenant_id = ${anyTenant(tenantId)} and need.id = hit.id
        and need.severity = hit.severity offset 0) as need
    ${NEED_JOINS} order by ${ORDERS[query.sort].by}`;
}

/**
 * Severity and id of the needs of a page, and of one more. Reads from each source as many needs as a page has, and
 * takes the first of all of them; the page reads only those completely. The sources are looked up by rows of small
 * tables instead of a union of statements, so that the planning time does not depend on their number.
 * @param query its dates are instants
 */
function hitsStatement(
  tenantId: string,
  { severity, sort, grouped, cursor, limit, ...filters }: PageFilters,
): SqlFragment {
  const severities = severitiesOf({ severity, sort, cursor });
  const order = ORDERS[sort];
  const isGrouped = grouped !== 'false';
  const sources = isGrouped ? sourcesOfLeaders(tenantId, filters, sort) : sourcesOf(tenantId, filters, sort);
  const hits = joinSql([...sources.map((source) => hitsOf(source)), ...(isGrouped ? leadersOfHits() : [])], ' union ');
  return sql`${hits} order by ${order.by} limit ${limit + 1}`;

  function hitsOf({ begins, each, rest }: Source): SqlFragment {
    const tables = joinSql([severities, ...each], ' cross join ');
    const conditions = joinSql(
      [sql`need.tenant_id = ${tenantId}`, ...begins, sql`need.severity = severity.value and ${order.beyond}`, ...rest],
      ' and ',
    );
    return sql`select found.* from ${tables} cross join lateral (
      select need.severity, need.id${order.column} from need where ${conditions} order by ${order.byId}
      limit ${limit + 1}) as found`;
  }

  /** The leaders of needs that match the filters: a gap is listed if one of its needs matches. */
  function leadersOfHits(): SqlFragment[] {
    const ofSeverity = severity === undefined ? [] : [sql`need.severity = any (${sqlArray(severity)}::smallint[])`];
    const matching = [...ofSeverity, ...(followersOf(tenantId, filters) ?? [])];
    if (matching.length === 0) return [];
    const conditions = joinSql(
      [
        sql`need.tenant_id = ${tenantId} and ${FOLLOWS}`,
        sql`need.lead_severity = severity.value and ${order.leadBeyond}`,
        ...matching,
      ],
      ' and ',
    );
    const all = severitiesOf({ severity: undefined, sort, cursor });
    return [
      sql`select found.severity, found.id${order.found} from ${all} cross join lateral (
        select distinct need.lead_severity as severity, need.follows as id${order.leadColumn}, need.follows from need
        where ${conditions} order by ${order.byLead} limit ${limit + 1}) as found`,
    ];
  }
}
