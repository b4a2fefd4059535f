import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, anyTenant, ids, isoTime, sqlArray } from '#platform/database';

/** Another need of the same gap. */
export class AlsoReported {
  /** The other need: `need_…`. */
  needId: string;
  /** Type of its latest signal. */
  type: string;
  /** The dedupe key by which its source names it. */
  source: string;
  /** When its latest signal arrived, in UTC. */
  lastSeenAt: string;
}

/** The number of other needs that are shown with a need. */
const SHOWN = 20;

/**
 * The other needs of each need's gap, the most severe first.
 * @param needIds UUIDs
 * @returns by the id (`need_…`)
 */
export async function alsoReported(
  tx: TenantTransaction,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, AlsoReported[]>> {
  if (needIds.length === 0) return new Map();
  const rows = await tx.execute<Array<{ of: string; id: string; type: string; source: string; seen: string }>>(sql`
    select * from (
      select named.id as of, other.id, other.type, other.dedupe_key as source, other.last_seen_at as seen,
        row_number() over (partition by named.id order by other.severity desc, other.last_seen_at desc,
          other.id) as place
      from unnest(${sqlArray(needIds)}::uuid[]) as given (id) cross join lateral (
        select id, gap_key, closed_at, apart from need where need.tenant_id = ${anyTenant(tx.tenantId)}
          and need.id = given.id offset 0
      ) as named cross join lateral (
        select * from need where need.tenant_id = ${anyTenant(tx.tenantId)} and need.gap_key = named.gap_key
          and need.closed_at is null offset 0
      ) as other
      where named.gap_key is not null and named.closed_at is null and not named.apart and not other.apart
        and other.id <> named.id
    ) as ranked where place <= ${SHOWN} order by of, place`);
  return new Map(
    [...Map.groupBy(rows, ({ of }) => ids.show('need', of))].map(([of, others]) => [
      of,
      others.map(({ id, type, source, seen }) => ({
        needId: ids.show('need', id),
        type,
        source,
        lastSeenAt: isoTime(seen),
      })),
    ]),
  );
}
