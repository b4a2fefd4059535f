import type { TenantTransaction } from '#platform/database';
import { pageOf } from '#platform/http';
import { NEED_COLUMNS, NEED_JOINS, type NeedRow, needView } from '../need-rows.js';
import type { NeedPage } from '../need.view.js';
import type { NeedsQuery } from '../needs.query.js';
import { type Condition, joined } from './condition.js';
import { ORDERS, severitiesOf } from './need-order.js';
import { type Source, sourcesOf } from './need-sources.js';

/**
 * One page of the inbox. Costs the same in a tenant of a million needs as in one of a thousand (`npm run bench:inbox`).
 */
export async function readPage(tx: TenantTransaction, query: NeedsQuery): Promise<NeedPage> {
  const { sql, values } = pageStatement(tx.tenantId, query);
  const rows = await tx.execute<NeedRow[]>(sql, [...values]);
  return pageOf(rows, query.limit, needView, (row) => (query.sort === 'severity' ? [row.severity, row.id] : [row.id]));
}

/**
 * Looks in each source for as many needs as a page shows, takes the first of them all, and reads only those in full.
 * What a source is looked up by is rows of small tables and not many statements in one, so that planning it costs the
 * same however many they are.
 */
export function pageStatement(tenantId: string, { severity, sort, cursor, limit, ...filters }: NeedsQuery): Condition {
  const severities = severitiesOf({ severity, sort, cursor });
  const order = ORDERS[sort];
  const hits = joined(
    sourcesOf(tenantId, filters).map((source) => hitsOf(source)),
    ' union ',
  );
  return {
    sql: `
      with hit as (${hits.sql} order by ${order.by} limit ?)
      select ${NEED_COLUMNS} from hit cross join lateral (select * from need where need.tenant_id = ? and need.id = hit.id offset 0) as need
      ${NEED_JOINS} order by ${order.by}`,
    values: [...hits.values, limit + 1, tenantId],
  };

  function hitsOf({ begins, each, rest }: Source): Condition {
    const tables = joined([severities, ...each], ' cross join ');
    const conditions = joined(
      [
        { sql: 'need.tenant_id = ?', values: [tenantId] },
        ...begins,
        { sql: `need.severity = severity.value and ${order.beyond}`, values: [] },
        ...rest,
      ],
      ' and ',
    );
    return {
      sql: `select found.severity, found.id from ${tables.sql} cross join lateral (
        select need.severity, need.id from need where ${conditions.sql} order by ${order.byId} limit ?) as found`,
      values: [...tables.values, ...conditions.values, limit + 1],
    };
  }
}
