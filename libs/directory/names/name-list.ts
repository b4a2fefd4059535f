import type { TenantTransaction } from '#platform/database';
import { decodeCursor } from '#platform/http';
import { containing } from '#platform/text';
import type { NamesQuery } from './name.dto.js';

/** SQL that ends in its FROM, with the values of its parameters. */
interface Select {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The rows of a list of sites or groups, by name; one more than the page has, to know whether another follows. */
export function listByName<Row extends object>(
  tx: TenantTransaction,
  table: 'site' | 'worker_group',
  select: Select,
  query: NamesQuery,
): Promise<Row[]> {
  const [after] = decodeCursor(query.cursor, ['text']) ?? [null];
  const pattern = query.q === undefined ? null : containing(query.q);
  return tx.execute<Row[]>(
    `${select.sql} where ${table}.tenant_id = ? and (?::text is null or ${table}.name_key > ?) and (?::text is null or ${table}.name ilike ?)
     order by ${table}.name_key limit ?`,
    [...select.values, tx.tenantId, after, after, pattern, pattern, query.limit + 1],
  );
}
