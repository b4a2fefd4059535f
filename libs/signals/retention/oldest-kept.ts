import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';

/**
 * The id below which a tenant's signals have expired, whether or not their partition still exists. Read before the query
 * that it bounds: as a constant it lets the planner exclude the partitions of all older months.
 * @param since excludes signals before this time too, with an hour's tolerance for the clocks of other processes
 */
export async function oldestKept(tx: TenantTransaction, since: string | null = null): Promise<string> {
  const [row] = await tx.execute<Array<{ oldest: string }>>(
    sql`select uuid_floor(greatest(now() - make_interval(months => signal_retention_months), ${since}::timestamptz - interval '1 hour')) as oldest
        from tenant where id = ${tx.tenantId}`,
  );
  if (row === undefined) throw new Error('the tenant in scope is not in the register');
  return row.oldest;
}
