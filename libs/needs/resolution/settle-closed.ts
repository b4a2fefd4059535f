import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';

export interface ClosedNeed {
  readonly id: string;
  readonly isDismissed: boolean;
}

/**
 * Clears `unresolved_since` of needs that their source has closed, or that a person closed before they were matched.
 * `close.sql` and `moveNeeds` set it, so that the change is published.
 * @returns the changed needs
 */
export async function settleClosed(tx: TenantTransaction, needIds: readonly string[]): Promise<ClosedNeed[]> {
  if (needIds.length === 0) return [];
  return tx.execute<ClosedNeed[]>(
    sql`update need set unresolved_since = null
        where tenant_id = ${tx.tenantId} and id = any (${sqlArray(needIds)}::uuid[]) and closed_at is not null
          and unresolved_since is not null
        returning id, status = 'dismissed' as "isDismissed"`,
  );
}
