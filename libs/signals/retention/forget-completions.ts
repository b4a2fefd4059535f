import { sql } from '@mikro-orm/postgresql';
import { type Database, type SqlFragment, sqlArray } from '#platform/database';

const TENANTS_AT_ONCE = 500;

/** Deletes the status rows of completions whose signals have expired. The completions themselves stay. */
export async function forgetCompletions(database: Database): Promise<void> {
  const tenants = await database.asOperator((tx) => tx.execute<Array<{ id: string }>>(sql`select id from tenant`));
  for (let start = 0; start < tenants.length; start += TENANTS_AT_ONCE) {
    const ids = tenants.slice(start, start + TENANTS_AT_ONCE).map(({ id }) => id);
    await database.inTenants(ids, (tx) => tx.execute(deleteExpired(ids)));
  }
}

function deleteExpired(tenantIds: readonly string[]): SqlFragment {
  return sql`
  delete from completion_signal using tenant
  where tenant.id = any (${sqlArray(tenantIds)}::uuid[]) and completion_signal.tenant_id = tenant.id and completion_signal.id < uuid_floor(now() - make_interval(months => signal_retention_months))`;
}
