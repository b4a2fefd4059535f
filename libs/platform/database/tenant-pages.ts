import { sql } from '@mikro-orm/postgresql';
import type { Database } from './database.js';
import { sqlArray } from './sql-array.js';
import type { SqlFragment } from './sql-fragments.js';

/** Tenants in the scope of one transaction. Row level security compares each row with their list, so it stays short. */
const TENANTS_PER_PAGE = 500;

/**
 * Reads the ids of all tenants, in pages for {@link Database.inTenants}.
 * @param isActive excludes suspended tenants
 */
export async function* tenantPages(database: Database, { isActive = false } = {}): AsyncGenerator<string[]> {
  const tenants = await database.asOperator((tx) =>
    tx.execute<Array<{ id: string }>>(
      sql`select id from tenant where status = 'active' or not ${isActive}::boolean order by id`,
    ),
  );
  yield* pagesOfTenants(tenants.map(({ id }) => id));
}

/**
 * Reads which tenants of a page meet a condition.
 * @param condition on `given.id`, the id of a tenant
 */
export async function tenantsWhere(
  database: Database,
  page: readonly string[],
  condition: SqlFragment,
): Promise<string[]> {
  const rows = await database.inTenants(page, (tx) =>
    tx.execute<Array<{ id: string }>>(
      sql`select id from unnest(${sqlArray(page)}::uuid[]) as given (id) where ${condition}`,
    ),
  );
  return rows.map(({ id }) => id);
}

/** Cuts a list of tenants into pages for {@link Database.inTenants}. */
export function pagesOfTenants<T>(tenants: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(tenants.length / TENANTS_PER_PAGE) }, (_, page) =>
    tenants.slice(page * TENANTS_PER_PAGE, (page + 1) * TENANTS_PER_PAGE),
  );
}
