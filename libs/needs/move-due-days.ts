import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment, TenantTransaction } from '#platform/database';
import { timeZone } from '#tenancy';

const TABLES = [sql`need`, sql`assignment`, sql`operation_item`];

/** Closed needs that no signal joins. */
const IS_OVER = sql`closed_at is not null and quiet_until is null`;

/**
 * Recomputes the instants of stored days after a change of the tenant's time zone (`changeTimeZone`, #tenancy): the due
 * days of needs, assignments and items of offers, and the days on which snoozes and dismissals end. The API
 * shows the same days as before. Closed needs are most of them, and come first: recording waits for the others only.
 */
export async function moveDueDays(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`${endingDays(tx.tenantId, sql`need`)} and ${IS_OVER}`);
  // In the order in which recording locks needs.
  await tx.execute(
    sql`select from need where tenant_id = ${tx.tenantId} and (due_on is not null or until_on is not null)
        and not (${IS_OVER}) order by dedupe_key collate "C", id for update`,
  );
  for (const table of TABLES) await tx.execute(endingDays(tx.tenantId, table));
  const untilTime = sql`start_of_day(until_on, ${timeZone(tx.tenantId)})`;
  await tx.execute(
    sql`update need set snoozed_until = case when snoozed_until is not null then ${untilTime} end,
          quiet_until = case when quiet_until is not null then ${untilTime} end
        where tenant_id = ${tx.tenantId} and until_on is not null`,
  );
}

/** SQL that recomputes the due days of a table that are not those of the time zone yet. */
function endingDays(tenantId: string, table: SqlFragment): SqlFragment {
  const end = sql`end_of_day(due_on, ${timeZone(tenantId)})`;
  return sql`update ${table} set due_at = ${end}
    where tenant_id = ${tenantId} and due_on is not null and due_at <> ${end}`;
}
