import { sql } from '@mikro-orm/postgresql';
import { passAfterCommit } from './after-commit.js';
import { TENANT_FILTER } from './tenant-entity-manager.js';
import type { TenantTransaction, Transaction } from './transaction.js';

/**
 * Runs `work` inside a transaction of several tenants as one of them, in a savepoint. There, the ORM's filter and row
 * level security expose only the rows of this tenant.
 * @throws Error if the transaction does not have this tenant in scope: a bug
 */
export async function asOneOf<T>(
  tx: Transaction,
  tenantId: string,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  const { ids } = tx.getFilterParams<{ ids: readonly string[] }>(TENANT_FILTER);
  if (!ids.includes(tenantId)) throw new Error('a tenant that is not in the scope of the transaction');
  if (ids.length === 1) return work(tx as TenantTransaction);
  return tx.transactional(async (savepoint) => {
    const narrowed = savepoint as unknown as TenantTransaction;
    narrowed.setFilterParams(TENANT_FILTER, { ids: [tenantId] });
    passAfterCommit(narrowed, tx);
    await narrowed.execute(sql`select set_config('app.tenant_id', ${tenantId}, true)`);
    const result = await work(narrowed);
    await narrowed.flush();
    // A savepoint that is rolled back restores the setting itself.
    await narrowed.execute(sql`select set_config('app.tenant_id', ${ids.join(',')}, true)`);
    return result;
  });
}
