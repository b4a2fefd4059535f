import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { timeZone } from '#tenancy';
import { updateCurrentCredentials } from './credentials/store-credentials.js';

/**
 * Recomputes the instants of the days that the directory stores, after a change of the tenant's time zone
 * (`changeTimeZone`, #tenancy). The API shows the same days as before.
 */
export async function moveDirectoryDays(tx: TenantTransaction): Promise<void> {
  const { tenantId } = tx;
  await tx.execute(
    sql`update credential set expires_at = end_of_day(expires_on, ${timeZone(tenantId)})
        where tenant_id = ${tenantId} and expires_on is not null`,
  );
  await tx.execute(
    sql`update onboarding_step set done_at = start_of_day(done_on, ${timeZone(tenantId)})
        where tenant_id = ${tenantId} and done_on is not null`,
  );
  // Which credential of a name counts may change where one expires on a day and another at an instant.
  const names = await tx.execute<Array<{ workerId: string; nameKey: string }>>(
    sql`select worker_id as "workerId", name_key as "nameKey" from credential where tenant_id = ${tenantId}
        group by worker_id, name_key having count(*) > 1 and bool_or(expires_on is not null)
          and bool_or(expires_on is null)`,
  );
  if (names.length > 0) await updateCurrentCredentials(tx, names);
}
