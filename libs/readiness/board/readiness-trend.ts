import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { siteIdNamed } from '#directory';
import { Database, type TenantTransaction, sqlArray } from '#platform/database';
import { readPolicy } from '../policy/read-policy.js';
import { Calendar, plusDays } from '../rule/calendar.js';
import { STATUSES } from '../rule/kinds.js';
import type { TrendQuery } from './readiness.query.js';
import { instantOfNow } from './shown-instant.js';
import { readCounts, sumOf } from './summary-counts.js';
import type { StatusCounts, TrendView } from './summary.view.js';
import { instantOf } from '../facts/millis.js';

interface SpanRow {
  readonly rank: number;
  /** The indexes of the first instant at which periods hold, and of the first one at which they no longer hold. */
  readonly first: number;
  readonly end: number;
  readonly people: number;
}

/** Counts the people of the board by status, day by day. */
@Injectable()
export class ReadinessTrend {
  constructor(private readonly database: Database) {}

  read({ days, site }: TrendQuery): Promise<TrendView> {
    return this.database.inTenant(async (tx) => {
      const { timeZone } = await readPolicy(tx);
      const calendar = Calendar.of(timeZone);
      const now = Date.now();
      const today = calendar.dayOf(now);
      const dates = Array.from({ length: days }, (_value, index) => plusDays(today, index - days + 1));
      const instants = dates.map((date) => (date === today ? now : calendar.startOf(date)));
      const spans = await readSpans(tx, instants, site);
      const counts = countByDay(spans, dates.length);
      const past = dates.slice(0, -1).map((date, index) => {
        const [notReady = 0, atRisk = 0, ready = 0] = counts.map((people) => people[index] ?? 0);
        return { date, total: notReady + atRisk + ready, ready, atRisk, notReady };
      });
      return { days: [...past, { date: today, ...(await countsOfNow(tx, site)) }] };
    });
  }
}

/** As the summary counts them, with needs that the periods do not have yet. */
async function countsOfNow(tx: TenantTransaction, site: string | undefined): Promise<StatusCounts> {
  const counts = await readCounts(tx, { site }, await instantOfNow(tx));
  const { total, ready, atRisk, notReady } = sumOf(counts.filter(({ level }) => level === 'site'));
  return { total, ready, atRisk, notReady };
}

/** The people of each rank, day by day: where a span begins they are added, and where it ends they are taken away. */
function countByDay(spans: readonly SpanRow[], days: number): number[][] {
  const changes = STATUSES.map(() => Array.from({ length: days + 1 }, () => 0));
  for (const { rank, first, end, people } of spans) {
    const ofRank = changes[rank];
    if (ofRank === undefined) continue;
    ofRank[first] = (ofRank[first] ?? 0) + people;
    ofRank[Math.min(end, days)] = (ofRank[Math.min(end, days)] ?? 0) - people;
  }
  return changes.map((ofRank) => {
    let people = 0;
    return ofRank.map((change) => (people += change));
  });
}

/** Reads each period once, whatever the number of days: those that hold at the same days are counted together. */
function readSpans(tx: TenantTransaction, instants: readonly number[], site: string | undefined): Promise<SpanRow[]> {
  const thresholds = sql`${sqlArray(instants.map((at) => new Date(at).toISOString()))}::timestamptz[]`;
  const place = (column: 'valid_from' | 'valid_to') =>
    column === 'valid_from'
      ? sql`width_bucket(period.valid_from - interval '1 microsecond', ${thresholds})`
      : sql`width_bucket(least(period.valid_to, now() + interval '1 day') - interval '1 microsecond', ${thresholds})`;
  const atSite = site === undefined ? sql`true` : sql`period.site_id = ${siteIdNamed(tx.tenantId, site)}`;
  return tx.execute<SpanRow[]>(sql`
    select rank, first, "end", count(*)::integer as people
    from (
      select rank, ${place('valid_from')} as first, ${place('valid_to')} as "end" from readiness_period period
      where period.tenant_id = ${tx.tenantId} and period.valid_to > ${instantOf(instants[0] ?? 0)}
        and period.valid_from <= now() and ${atSite}
    ) as spans
    where first < "end" group by rank, first, "end"`);
}
