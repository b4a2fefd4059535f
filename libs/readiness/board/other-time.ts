import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment, TenantTransaction } from '#platform/database';
import { instantOf, millis } from '../facts/millis.js';
import { validAt } from './board-conditions.js';

/** How the board of another time differs from that of now: conditions on a table named `period`. */
export interface Difference {
  /** Current periods that do not hold then. */
  readonly left: SqlFragment;
  /** Other periods that do. */
  readonly joined: SqlFragment;
}

/**
 * Finds what differs by the ends and the beginnings of periods: a day near now needs to read few of them, however many
 * people there are.
 */
export async function differenceAt(tx: TenantTransaction, at: number): Promise<Difference> {
  // The first current period to end may be over already, if the sweep has not replaced it yet.
  const [clock] = await tx.execute<Array<{ now: number; firstEnd: number | null }>>(sql`
    select ${millis(sql`now()`)} as now, (
      select ${millis(sql`valid_to`)} from readiness_period where tenant_id = ${tx.tenantId} and is_current
      order by valid_to limit 1
    ) as "firstEnd"`);
  const now = clock?.now ?? at;
  const firstEnd = clock?.firstEnd ?? Infinity;
  // Until the first of them ends, the current periods hold.
  if (at >= now && at < firstEnd) return { left: sql`false`, joined: sql`false` };
  const isBefore = at < Math.min(now, firstEnd);
  const isAfter = at >= Math.max(now, firstEnd);
  const ended = sql`period.valid_to <= ${instant(at)}`;
  const notBegun = sql`period.valid_from > ${instant(at)}`;
  // All periods before the current ones are over, and all after them begin where the first of these ends, or later.
  const bound = isBefore
    ? sql`period.valid_to <= now()`
    : isAfter
      ? sql`period.valid_from >= ${instant(firstEnd)}`
      : null;
  const others = sql`not period.is_current and ${validAt(sql`period`, at)}`;
  return {
    left: sql`period.is_current and ${isBefore ? notBegun : isAfter ? ended : sql`(${notBegun} or ${ended})`}`,
    joined: bound === null ? others : sql`${others} and ${bound}`,
  };
}

function instant(time: number): SqlFragment {
  return time === Infinity ? sql`'infinity'::timestamptz` : instantOf(time);
}
