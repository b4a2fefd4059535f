import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, type Transaction, sqlArray } from '#platform/database';

/**
 * The id below which a tenant's signals have expired, whether or not their partition still exists. Read before the
 * query that it bounds: as a constant it lets the planner exclude the partitions of all older months.
 * @param since excludes signals before this time too, with an hour's tolerance for the clocks of other processes
 */
export async function oldestKept(tx: TenantTransaction, since: string | null = null): Promise<string> {
  const oldest = (await oldestKeptOf(tx, [tx.tenantId], since)).get(tx.tenantId);
  if (oldest === undefined) throw new Error('the tenant in scope is not in the register');
  return oldest;
}

/** As {@link oldestKept}, in SQL: for a statement that has no time for another one before it, such as the gate's. */
export function oldestKeptId(tenantId: string): SqlFragment {
  return sql`(select uuid_floor(now() - make_interval(months => signal_retention_months)) from tenant
    where tenant.id = ${tenantId})`;
}

/** As {@link oldestKept}, of several tenants: by their ids. */
export async function oldestKeptOf(
  tx: Transaction,
  tenantIds: Iterable<string>,
  since: string | null,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.execute<Array<{ id: string; oldest: string }>>(
    sql`select id, uuid_floor(greatest(
          now() - make_interval(months => signal_retention_months), ${since}::timestamptz - interval '1 hour'
        )) as oldest
        from tenant where id = any (${sqlArray([...tenantIds])}::uuid[])`,
  );
  return new Map(rows.map(({ id, oldest }) => [id, oldest]));
}
