import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { timeZone } from '#tenancy';

const TABLES = [sql`need`, sql`assignment`, sql`operation_item`];

/**
 * Recomputes the instants of stored days after a change of the tenant's time zone (`changeTimeZone`, #tenancy): the due
 * days of needs, assignments and items of running offers, and the days on which snoozes and dismissals end. The API
 * shows the same days as before.
 */
export async function moveDueDays(tx: TenantTransaction): Promise<void> {
  // In the order in which recording locks needs.
  await tx.execute(
    sql`select from need where tenant_id = ${tx.tenantId} and (due_on is not null or until_on is not null)
        order by dedupe_key collate "C", id for update`,
  );
  for (const table of TABLES)
    await tx.execute(
      sql`update ${table} set due_at = end_of_day(due_on, ${timeZone(tx.tenantId)})
          where tenant_id = ${tx.tenantId} and due_on is not null`,
    );
  const untilTime = sql`start_of_day(until_on, ${timeZone(tx.tenantId)})`;
  await tx.execute(
    sql`update need set snoozed_until = case when snoozed_until is not null then ${untilTime} end,
          quiet_until = case when quiet_until is not null then ${untilTime} end
        where tenant_id = ${tx.tenantId} and until_on is not null`,
  );
}
