import { sql } from '@mikro-orm/postgresql';
import { type Database, type TenantTransaction, pagesOfTenants, tenantsWhere } from '#platform/database';

/**
 * Whether the tenant's deletion has begun, or is complete. Work that has waited for another service stores nothing
 * then: its rows could remain.
 */
export async function isBeingDeleted(tx: TenantTransaction): Promise<boolean> {
  const rows = await tx.execute<object[]>(
    sql`select from tenant where id = ${tx.tenantId} and coalesce(deletion_at > now(), true)`,
  );
  return rows.length === 0;
}

/**
 * Whether the tenant exists, and its deletion has not begun. It is not deleted until the transaction ends, so that the
 * deletion finds what the transaction stores.
 */
export async function keepStored(tx: TenantTransaction): Promise<boolean> {
  const rows = await tx.execute<object[]>(
    sql`select from tenant where id = ${tx.tenantId} and coalesce(deletion_at > now(), true) for key share`,
  );
  return rows.length > 0;
}

/**
 * Whether the tenant is active. It stays so until the transaction ends, because a suspension waits for it: what a
 * suspension ends is there by then.
 */
export async function keepActive(tx: TenantTransaction): Promise<boolean> {
  // Unlike FOR SHARE, this does not wait for a change of the time zone.
  const rows = await tx.execute<object[]>(
    sql`select from tenant where id = ${tx.tenantId} and status = 'active' for key share`,
  );
  return rows.length > 0;
}

const IS_ACTIVE = sql`exists (select from tenant where tenant.id = given.id and tenant.status = 'active')`;

/** Those of these tenants that are not suspended, for sweeps: the work of the others waits. */
export async function activeAmong(database: Database, tenantIds: readonly string[]): Promise<string[]> {
  const active: string[] = [];
  for (const page of pagesOfTenants(tenantIds)) active.push(...(await tenantsWhere(database, page, IS_ACTIVE)));
  return active;
}
