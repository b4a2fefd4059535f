import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { CatalogVersion } from './catalog-version.entity.js';

/** The version of the tenant's library; 0 before its first change. Each call reads it from the database. */
export async function catalogVersion(tx: TenantTransaction): Promise<number> {
  const stored = await tx.findOne(CatalogVersion, { tenantId: tx.tenantId }, { disableIdentityMap: true });
  return stored?.version ?? 0;
}

export async function incrementCatalogVersion(tx: TenantTransaction): Promise<void> {
  await tx
    .createQueryBuilder(CatalogVersion)
    .insert({ tenantId: tx.tenantId, version: 1 })
    .onConflict('tenantId')
    .merge({ version: sql`catalog_version.version + 1` })
    .execute();
}
