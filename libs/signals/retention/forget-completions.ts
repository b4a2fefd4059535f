import { sql } from '@mikro-orm/postgresql';
import { type Database, type SqlFragment, sqlArray, tenantPages } from '#platform/database';

/** Deletes the status rows of completions whose signals have expired. The completions themselves stay. */
export async function forgetCompletions(database: Database): Promise<void> {
  for await (const tenantIds of tenantPages(database))
    await database.inTenants(tenantIds, (tx) => tx.execute(deleteExpired(tenantIds)));
}

function deleteExpired(tenantIds: readonly string[]): SqlFragment {
  return sql`
  delete from completion_signal using tenant
  where tenant.id = any (${sqlArray(tenantIds)}::uuid[]) and completion_signal.tenant_id = tenant.id
    and completion_signal.id < uuid_floor(now() - make_interval(months => signal_retention_months))`;
}
