import { LRUCache } from 'lru-cache';
import type { TenantTransaction } from '#platform/database';
import { Tenant } from '#tenancy';

/** A tenant's slug never changes. */
const slugs = new LRUCache<string, string>({ max: 10_000 });

/** The slug of the tenant in scope, for the labels of metrics: jobs contain only its id. */
export async function slugOf(tx: TenantTransaction): Promise<string> {
  const known = slugs.get(tx.tenantId);
  if (known !== undefined) return known;
  const tenant = await tx.findOne(Tenant, { id: tx.tenantId }, { fields: ['slug'] });
  if (tenant === null) return '';
  slugs.set(tx.tenantId, tenant.slug);
  return tenant.slug;
}
