import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { type ConnectorEvent, oldestKept } from '#signals';

/**
 * The three latest signals of each need, as received; those with a payload of many kilobytes are not parsed for a
 * date.
 */
export async function latestEvents(
  tx: TenantTransaction,
  needs: ReadonlyArray<{ readonly id: string; readonly firstSeenAt: string }>,
): Promise<Map<string, ConnectorEvent[]>> {
  const first = needs.map(({ firstSeenAt }) => firstSeenAt).toSorted()[0];
  if (first === undefined) return new Map();
  const rows = await tx.execute<Array<{ needId: string; event: object }>>(
    sql`select given.id as "needId", latest.raw as event from unnest(${sqlArray(needs.map(({ id }) => id))}::uuid[]) as given (id), lateral (
       select raw from signal where tenant_id = ${tx.tenantId} and need_id = given.id and id >= ${await oldestKept(tx, first)}
         and pg_column_size(raw) < 16384 order by id desc limit 3
     ) as latest`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ needId }) => needId)].map(([needId, events]) => [
      needId,
      events.map(({ event }) => ({ ...event })),
    ]),
  );
}
