import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';

/**
 * Clears `unresolved_since` of needs that their source has closed. `close.sql` sets it so that the change is published.
 * @returns the ids of the changed needs
 */
export async function settleClosed(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  if (needIds.length === 0) return [];
  const closed = await tx.execute<Array<{ id: string }>>(
    sql`update need set unresolved_since = null
        where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and closed_at is not null and unresolved_since is not null
        returning id`,
  );
  return closed.map(({ id }) => id);
}
