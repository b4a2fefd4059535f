import { sql } from '@mikro-orm/postgresql';
import {
  type OfTenant,
  type SqlFragment,
  type TenantTransaction,
  type Transaction,
  sqlArray,
} from '#platform/database';
import { CatalogVersion } from './catalog-version.entity.js';

/** The version of the tenant's library; 0 before its first change. Each call reads it from the database. */
export async function catalogVersion(tx: TenantTransaction): Promise<number> {
  const [stored] = await tx.execute<VersionRow[]>(catalogVersionOf(tx.tenantId));
  return stored?.version ?? 0;
}

/** The versions of the libraries of several tenants, as {@link catalogVersion}. */
export async function catalogVersions(
  tx: Transaction,
  tenantIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.execute<Array<VersionRow & OfTenant>>(
    sql`select tenant_id as "tenantId", version::integer from catalog_version
      where tenant_id = any (${sqlArray(tenantIds)}::uuid[])`,
  );
  const stored = new Map(rows.map(({ tenantId, version }) => [tenantId, version]));
  return new Map(tenantIds.map((tenantId) => [tenantId, stored.get(tenantId) ?? 0]));
}

export interface VersionRow {
  readonly version: number;
}

/** The statement that reads it: one row, or none before the first change of the library. */
export function catalogVersionOf(tenantId: string): SqlFragment {
  return sql`select version::integer from catalog_version where tenant_id = ${tenantId}`;
}

export async function incrementCatalogVersion(tx: TenantTransaction): Promise<void> {
  await tx
    .createQueryBuilder(CatalogVersion)
    .insert({ tenantId: tx.tenantId, version: 1 })
    .onConflict('tenantId')
    .merge({ version: sql`catalog_version.version + 1` })
    .execute();
}
