import { Injectable } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { Database, type TenantTransaction } from '#platform/database';
import { readPolicy } from '../policy/read-policy.js';
import { Calendar } from '../rule/calendar.js';
import { countBoard, isCounted } from './board-counts.js';
import { readFittingPage } from './board-page.js';
import { showRows } from './board-rows.js';
import type { ReadinessQuery } from './readiness.query.js';
import type { ReadinessPage } from './readiness.view.js';
import { type ShownInstant, shownInstant } from './shown-instant.js';

/** Lists who is ready, who is not, and why. */
@Injectable()
export class Board {
  constructor(
    private readonly database: Database,
    private readonly matching: TopicMatching,
  ) {}

  /** The worst first. */
  list(query: ReadinessQuery): Promise<ReadinessPage> {
    return this.database.inSnapshot(async (tx) => {
      const calendar = await calendarOf(tx);
      const instant = await shownInstant(tx, query.asOf, calendar);
      const page = await this.read(tx, query, calendar, instant);
      // Those who are found by a text or a group have no stored counts, and are often one page.
      const isComplete = query.cursor === undefined && page.nextCursor === null && !isCounted(query);
      return { ...page, total: isComplete ? page.items.length : await countBoard(tx, query, instant) };
    });
  }

  /** A page of {@link list} without the total, for exports, which read one page after the other. */
  page(query: ReadinessQuery): Promise<Pick<ReadinessPage, 'items' | 'nextCursor'>> {
    return this.database.inSnapshot(async (tx) => {
      const calendar = await calendarOf(tx);
      return this.read(tx, query, calendar, await shownInstant(tx, query.asOf, calendar));
    });
  }

  private async read(
    tx: TenantTransaction,
    query: ReadinessQuery,
    calendar: Calendar,
    instant: ShownInstant,
  ): Promise<Pick<ReadinessPage, 'items' | 'nextCursor'>> {
    const { rows, nextCursor } = await readFittingPage(tx, query, instant);
    const matcher = await this.matching.matcherOf(tx);
    return { items: await showRows(tx, rows, { calendar, ...instant, matcher }), nextCursor };
  }
}

async function calendarOf(tx: TenantTransaction): Promise<Calendar> {
  return Calendar.of((await readPolicy(tx)).timeZone);
}
