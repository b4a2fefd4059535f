import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment, TenantTransaction } from '#platform/database';

/** The number of rows of a SELECT, up to the most that are counted. */
export async function countUpTo(tx: TenantTransaction, most: number, rows: SqlFragment): Promise<number> {
  const [row] = await tx.execute<Array<{ count: number }>>(
    sql`select count(*)::integer as count from (${rows} limit ${most}) as counted`,
  );
  return row?.count ?? 0;
}
