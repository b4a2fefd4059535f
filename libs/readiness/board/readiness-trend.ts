import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { siteIdNamed } from '#directory';
import { Database, type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { readPolicy } from '../policy/read-policy.js';
import { Calendar, plusDays } from '../rule/calendar.js';
import type { TrendQuery } from './readiness.query.js';
import { type ShownInstant, instantOfNow } from './shown-instant.js';
import { readCounts, sumOf } from './summary-counts.js';
import type { StatusCounts, TrendView } from './summary.view.js';
import { instantOf } from '../facts/millis.js';

/** How many people of a rank there are more, or fewer if it is negative, at some of the instants than now. */
interface Difference {
  readonly rank: number;
  /** The indexes of the first of these instants, and of the first one behind them. */
  readonly first: number;
  readonly end: number;
  readonly people: number;
}

/** Counts the people of the board by status, day by day. */
@Injectable()
export class ReadinessTrend {
  constructor(private readonly database: Database) {}

  read({ days, site }: TrendQuery): Promise<TrendView> {
    return this.database.inSnapshot(async (tx) => {
      const { timeZone } = await readPolicy(tx);
      const calendar = Calendar.of(timeZone);
      const today = calendar.dayOf(Date.now());
      const past = Array.from({ length: days - 1 }, (_value, index) => plusDays(today, index - days + 1));
      const counts = await countByDay(
        tx,
        past.map((date) => calendar.startOf(date)),
        site,
      );
      return {
        days: [
          ...past.map((date, index) => ({ date, ...statusCounts(counts.map((people) => people[index] ?? 0)) })),
          { date: today, ...(await countsOf(tx, site, await instantOfNow(tx))) },
        ],
      };
    });
  }
}

function statusCounts([notReady = 0, atRisk = 0, ready = 0]: readonly number[]): StatusCounts {
  return { total: notReady + atRisk + ready, ready, atRisk, notReady };
}

async function countsOf(tx: TenantTransaction, site: string | undefined, instant: ShownInstant): Promise<StatusCounts> {
  const counts = await readCounts(tx, { site }, instant);
  const { total, ready, atRisk, notReady } = sumOf(counts.filter(({ level }) => level === 'site'));
  return { total, ready, atRisk, notReady };
}

/** The people of each rank at each instant: those of now, with what has changed since. */
async function countByDay(
  tx: TenantTransaction,
  instants: readonly number[],
  site: string | undefined,
): Promise<number[][]> {
  const stored = { at: Date.now(), isNow: true, pending: null };
  const { notReady, atRisk, ready } = await countsOf(tx, site, stored);
  const counts = [notReady, atRisk, ready].map((people) => instants.map(() => people));
  if (instants.length === 0) return counts;
  for (const { rank, first, end, people } of await readDifferences(tx, instants, site)) {
    const ofRank = counts[rank] ?? [];
    for (let index = first; index < Math.min(end, instants.length); index++)
      ofRank[index] = (ofRank[index] ?? 0) + people;
  }
  return counts;
}

/**
 * Reads only the periods that have begun or ended since the first instant, however many people there are. A current
 * period may be over already, if the sweep has not replaced it yet.
 */
function readDifferences(
  tx: TenantTransaction,
  instants: readonly number[],
  site: string | undefined,
): Promise<Difference[]> {
  const thresholds = sql`${sqlArray(instants.map((at) => new Date(at).toISOString()))}::timestamptz[]`;
  const place = (time: SqlFragment): SqlFragment =>
    sql`width_bucket(${time} - interval '1 microsecond', ${thresholds})`;
  const [begin, end] = [place(sql`period.valid_from`), place(sql`period.valid_to`)];
  const theirs = sql`period.tenant_id = ${tx.tenantId}
    and ${site === undefined ? sql`true` : sql`period.site_id = ${siteIdNamed(tx.tenantId, site)}`}`;
  const periods = (first: SqlFragment, last: SqlFragment, people: 1 | -1, condition: SqlFragment): SqlFragment => sql`
    select rank, ${first} as first, ${last} as "end", ${people}::integer as people from readiness_period period
    where ${theirs} and ${condition}`;
  const start = instantOf(instants[0] ?? 0);
  const firstEnd = sql`(select min(valid_to) from readiness_period where tenant_id = ${tx.tenantId} and is_current)`;
  const never = sql`${instants.length}::integer`;
  return tx.execute<Difference[]>(sql`
    select rank, first, "end", sum(people)::integer as people from (
      ${periods(begin, end, 1, sql`not is_current and period.valid_to > ${start} and period.valid_to <= now()`)}
      union all ${periods(sql`0`, begin, -1, sql`is_current and period.valid_from > ${start}`)}
      union all ${periods(end, never, -1, sql`is_current and period.valid_to <= now()`)}
      union all ${periods(
        begin,
        never,
        1,
        sql`not is_current and period.valid_from >= ${firstEnd}
        and period.valid_from <= now() and period.valid_to > now()`,
      )}
    ) as changed
    where first < "end" group by rank, first, "end"`);
}
