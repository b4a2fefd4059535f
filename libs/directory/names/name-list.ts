import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, joinSql } from '#platform/database';
import { decodeCursor } from '#platform/http';
import { containing } from '#platform/text';
import type { NamesQuery } from './name.dto.js';

/** A site or group, as the directory's statements read it. */
export interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  /** Number of active workers. */
  readonly workers: number;
  readonly version: number;
  readonly createdAt: string;
}

/**
 * Rows of a list of sites or groups, ordered by name. Reads one row more than the page has, to know whether another
 * page follows.
 * @param select a SELECT without a WHERE clause
 */
export function listByName<Row extends NamedRow>(
  tx: TenantTransaction,
  table: 'site' | 'worker_group',
  select: SqlFragment,
  query: NamesQuery,
): Promise<Row[]> {
  const [tenantId, name, nameKey] = [`${table}.tenant_id`, `${table}.name`, `${table}.name_key`].map((column) =>
    sql.ref(column),
  );
  const [after] = decodeCursor(query.cursor, ['text']) ?? [null];
  const conditions = [
    sql`${tenantId} = ${tx.tenantId}`,
    ...(after === null ? [] : [sql`${nameKey} > ${after}`]),
    ...(query.q === undefined ? [] : [sql`${name} ilike ${containing(query.q)}`]),
  ];
  return tx.execute<Row[]>(
    sql`${select} where ${joinSql(conditions, ' and ')} order by ${nameKey} limit ${query.limit + 1}`,
  );
}
