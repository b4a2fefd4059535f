import { sql } from '@mikro-orm/postgresql';
import type { Database } from './database.js';
import { sqlArray } from './sql-array.js';
import type { SqlFragment } from './sql-fragments.js';

/** Tenants in the scope of one transaction. Row level security compares each row with their list, so it stays short. */
const TENANTS_PER_PAGE = 500;

/**
 * Reads the ids of all tenants, in pages for {@link Database.inTenants}. Tasks that run every few seconds use
 * `PendingTenants` instead.
 */
export async function* tenantPages(database: Database): AsyncGenerator<string[]> {
  for (let last: string | null = null; ;) {
    const after: SqlFragment = last === null ? sql`true` : sql`id > ${last}`;
    const tenants: Array<{ id: string }> = await database.asOperator((tx) =>
      tx.execute(sql`select id from tenant where ${after} order by id limit ${TENANTS_PER_PAGE}`),
    );
    if (tenants.length > 0) yield tenants.map(({ id }) => id);
    last = tenants.at(-1)?.id ?? null;
    if (last === null || tenants.length < TENANTS_PER_PAGE) return;
  }
}

/**
 * Returns the tenants of a page that meet a condition. The statement checks them one after the other: otherwise
 * PostgreSQL would read whole tables, and compare each row with all tenants of the page.
 * @param condition on `given.id`, the id of a tenant
 */
export async function tenantsWhere(
  database: Database,
  page: readonly string[],
  condition: SqlFragment,
): Promise<string[]> {
  const rows = await database.inTenants(page, (tx) =>
    tx.execute<Array<{ id: string }>>(
      sql`select id from unnest(${sqlArray(page)}::uuid[]) as given (id)
        cross join lateral (select where ${condition} offset 0) as found`,
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
