import { LRUCache } from 'lru-cache';
import type { Transaction } from '#platform/database';
import { Tenant } from '#tenancy';

/** A tenant's slug never changes. */
const slugs = new LRUCache<string, string>({ max: 10_000 });

/** The slugs of tenants in scope, by id, for the labels of metrics: jobs contain only ids. */
export async function slugsOf(tx: Transaction, tenantIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const unknown = tenantIds.filter((tenantId) => !slugs.has(tenantId));
  if (unknown.length > 0) {
    const tenants = await tx.find(Tenant, { id: { $in: unknown } }, { fields: ['slug'] });
    for (const { id, slug } of tenants) slugs.set(id, slug);
  }
  return new Map(tenantIds.map((tenantId) => [tenantId, slugs.get(tenantId) ?? '']));
}
