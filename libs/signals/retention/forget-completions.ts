import { sql } from '@mikro-orm/postgresql';
import { type Database, type SqlFragment, sqlArray, tenantPages } from '#platform/database';

/** Rows that one transaction deletes: a shorter retention of a large tenant expires millions at once. */
const ROWS_PER_BATCH = 5_000;

/**
 * Deletes the status rows of completions whose signals have expired. The completions themselves stay. Rows that another
 * transaction has locked are left to the next run.
 * @param stop stops between two batches
 */
export async function forgetCompletions(database: Database, stop: AbortSignal): Promise<void> {
  for await (const tenantIds of tenantPages(database)) {
    const deleteSome = (): Promise<unknown[]> =>
      database.inTenants(tenantIds, (tx) => tx.execute<unknown[]>(deleteExpired(tenantIds)));
    while (!stop.aborted && (await deleteSome()).length === ROWS_PER_BATCH);
  }
}

function deleteExpired(tenantIds: readonly string[]): SqlFragment {
  return sql`
  with expired as materialized (
    select expired.tenant_id, expired.id from tenant cross join lateral (
      select tenant_id, id from completion_signal where completion_signal.tenant_id = tenant.id
        and completion_signal.id < uuid_floor(now() - make_interval(months => signal_retention_months))
      order by id limit ${ROWS_PER_BATCH} for update skip locked
    ) as expired where tenant.id = any (${sqlArray(tenantIds)}::uuid[]) limit ${ROWS_PER_BATCH}
  )
  delete from completion_signal using expired
  where completion_signal.tenant_id = expired.tenant_id and completion_signal.id = expired.id
  returning completion_signal.id`;
}
