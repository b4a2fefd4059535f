import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment, TenantTransaction } from '#platform/database';

/**
 * Reads the rows of a query with a cursor of the transaction, so that memory holds few of them: a signal may have 256
 * KiB. With `for update`, the rows of a part are locked when it is read.
 */
export async function* readInParts<Row extends object>(
  tx: TenantTransaction,
  query: SqlFragment,
): AsyncGenerator<Row[]> {
  await tx.execute(sql`declare part no scroll cursor for ${query}`);
  const next = (): Promise<Row[]> => tx.execute<Row[]>(sql`fetch 50 from part`);
  for (let rows = await next(); rows.length > 0; rows = await next()) yield rows;
  await tx.execute(sql`close part`);
}
