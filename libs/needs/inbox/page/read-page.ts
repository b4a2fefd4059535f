import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, joinSql } from '#platform/database';
import { pageOf } from '#platform/http';
import { withNearestSites } from '../nearest-sites.js';
import { NEED_COLUMNS, NEED_JOINS, type NeedRow, needView } from '../need-rows.js';
import type { NeedPage } from '../need.view.js';
import type { NeedsQuery } from '../needs.query.js';
import { ORDERS, severitiesOf } from './need-order.js';
import { type Source, sourcesOf } from './need-sources.js';

/**
 * One page of the inbox. It takes the same time in a tenant with a million needs as with a thousand (`npm run
 * bench:inbox`).
 */
export async function readPage(tx: TenantTransaction, query: NeedsQuery): Promise<NeedPage> {
  const rows = await tx.execute<NeedRow[]>(pageStatement(tx.tenantId, query));
  const page = pageOf(rows, query.limit, needView, (row) =>
    query.sort === 'severity' ? [row.severity, row.id] : [row.id],
  );
  return { ...page, items: await withNearestSites(tx, page.items) };
}

/**
 * Reads from each source as many needs as a page has, takes the first of all of them, and reads only those
 * completely. The sources are looked up by rows of small tables instead of a union of statements, so that the
 * planning time does not depend on their number.
 */
export function pageStatement(
  tenantId: string,
  { severity, sort, cursor, limit, ...filters }: NeedsQuery,
): SqlFragment {
  const severities = severitiesOf({ severity, sort, cursor });
  const order = ORDERS[sort];
  const hits = joinSql(
    sourcesOf(tenantId, filters).map((source) => hitsOf(source)),
    ' union ',
  );
  return sql`
    with hit as (${hits} order by ${order.by} limit ${limit + 1})
    select ${NEED_COLUMNS} from hit cross join lateral (
      select * from need where need.tenant_id = ${tenantId} and need.id = hit.id offset 0) as need
    ${NEED_JOINS} order by ${order.by}`;

  function hitsOf({ begins, each, rest }: Source): SqlFragment {
    const tables = joinSql([severities, ...each], ' cross join ');
    const conditions = joinSql(
      [sql`need.tenant_id = ${tenantId}`, ...begins, sql`need.severity = severity.value and ${order.beyond}`, ...rest],
      ' and ',
    );
    return sql`select found.severity, found.id from ${tables} cross join lateral (
      select need.severity, need.id from need where ${conditions} order by ${order.byId} limit ${limit + 1}) as found`;
  }
}
