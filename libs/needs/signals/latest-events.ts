import { type TenantTransaction, sqlArray } from '#platform/database';
import { type SentEvent, oldestKept } from '#signals';

/**
 * The three latest signals of each need, as they were sent; one with a payload of many kilobytes is not opened for its
 * date.
 */
export async function latestEvents(
  tx: TenantTransaction,
  needs: ReadonlyArray<{ readonly id: string; readonly firstSeenAt: string }>,
): Promise<Map<string, SentEvent[]>> {
  const first = needs.map(({ firstSeenAt }) => firstSeenAt).toSorted()[0];
  if (first === undefined) return new Map();
  const rows = await tx.execute<Array<{ needId: string; event: object }>>(
    `select given.id as "needId", latest.raw as event from unnest(?::uuid[]) as given (id), lateral (
       select raw from signal where tenant_id = ? and need_id = given.id and id >= ? and pg_column_size(raw) < 16384 order by id desc limit 3
     ) as latest`,
    [sqlArray(needs.map(({ id }) => id)), tx.tenantId, await oldestKept(tx, first)],
  );
  return new Map(
    [...Map.groupBy(rows, ({ needId }) => needId)].map(([needId, events]) => [
      needId,
      events.map(({ event }) => ({ ...event })),
    ]),
  );
}
