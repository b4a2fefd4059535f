import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';

/**
 * Locks the worker of a credential or a step until the transaction ends, so that nobody else changes what the worker
 * has of that kind. Call it before the row is read; does nothing if there is no such row.
 */
export async function lockWorkerOf(
  tx: TenantTransaction,
  table: 'credential' | 'onboarding_step',
  id: string,
): Promise<void> {
  await tx.execute(sql`
    select from worker where tenant_id = ${tx.tenantId} and id = (
      select worker_id from ${sql.ref(table)} where tenant_id = ${tx.tenantId} and id = ${id}
    ) for no key update`);
}
