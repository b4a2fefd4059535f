import { sql } from '@mikro-orm/postgresql';
import { type OfTenant, type TenantTransaction, type Transaction, sqlArray, tenantsOf } from '#platform/database';
import { type ConnectorEvent, DATE_FIELDS, oldestKeptOf } from '#signals';
import { datesOf } from './dates-of.js';

/** A need whose signals are read. */
interface ReportedNeed {
  readonly id: string;
  readonly firstSeenAt: string;
}

/** The dates in the three latest signals of each need, the latest first: events with nothing but `DATE_FIELDS`. */
export function latestEvents(
  tx: TenantTransaction,
  needs: readonly ReportedNeed[],
): Promise<Map<string, ConnectorEvent[]>> {
  const { tenantId } = tx;
  return latestEventsOfTenants(
    tx,
    needs.map((need) => ({ ...need, tenantId })),
  );
}

/** As {@link latestEvents}, of several tenants. */
export async function latestEventsOfTenants(
  tx: Transaction,
  needs: ReadonlyArray<ReportedNeed & OfTenant>,
): Promise<Map<string, ConnectorEvent[]>> {
  const first = needs.map(({ firstSeenAt }) => firstSeenAt).toSorted()[0];
  if (first === undefined) return new Map();
  const oldest = await oldestKeptOf(tx, tenantsOf(needs), first);
  const given = needs.flatMap(({ id, tenantId }) => {
    const from = oldest.get(tenantId);
    return from === undefined ? [] : [{ tenantId, id, from }];
  });
  const leastOf = [...oldest.values()].toSorted()[0];
  if (leastOf === undefined) return new Map();
  const column = (of: (one: (typeof given)[number]) => string): string => sqlArray(given.map(of));
  // The planner excludes partitions by the constant, and the executor by each tenant's own bound.
  const rows = await tx.execute<Array<{ needId: string; event: object }>>(
    sql`select given.id as "needId", ${datesOf(sql`latest.data`, sql`latest.payload`, DATE_FIELDS)} as event
     from unnest(${column(({ tenantId }) => tenantId)}::uuid[], ${column(({ id }) => id)}::uuid[],
         ${column(({ from }) => from)}::uuid[]) as given (tenant_id, id, oldest), lateral (
       select raw -> 'data' as data, raw #> '{data,payload}' as payload from signal
       where tenant_id = given.tenant_id and need_id = given.id and id >= given.oldest and id >= ${leastOf}
       order by id desc limit 3
     ) as latest`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ needId }) => needId)].map(([needId, events]) => [
      needId,
      events.map(({ event }) => ({ ...event })),
    ]),
  );
}
