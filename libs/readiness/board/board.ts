import { Injectable } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { Database, type TenantTransaction } from '#platform/database';
import { readPolicy } from '../policy/read-policy.js';
import { readContext } from '../reasons/read-context.js';
import { Calendar } from '../rule/calendar.js';
import { countBoard, readBoardPage } from './board-page.js';
import { type BoardRow, boardRow, readCauses } from './board-rows.js';
import type { ReadinessQuery } from './readiness.query.js';
import type { ReadinessPage, ReadinessRow } from './readiness.view.js';
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
    return this.database.inTenant(async (tx) => {
      const calendar = await calendarOf(tx);
      const instant = shownInstant(query.asOf, calendar, Date.now());
      const page = await this.read(tx, query, calendar, instant);
      return { ...page, total: await countBoard(tx, query, instant) };
    });
  }

  /** A page of {@link list} without the total, for exports, which read one page after the other. */
  page(query: ReadinessQuery): Promise<Pick<ReadinessPage, 'items' | 'nextCursor'>> {
    return this.database.inTenant(async (tx) => {
      const calendar = await calendarOf(tx);
      return this.read(tx, query, calendar, shownInstant(query.asOf, calendar, Date.now()));
    });
  }

  private async read(
    tx: TenantTransaction,
    query: ReadinessQuery,
    calendar: Calendar,
    instant: ShownInstant,
  ): Promise<Pick<ReadinessPage, 'items' | 'nextCursor'>> {
    const { rows, nextCursor } = await readBoardPage(tx, query, instant);
    return { items: await this.show(tx, rows, calendar, instant.at), nextCursor };
  }

  private async show(
    tx: TenantTransaction,
    rows: readonly BoardRow[],
    calendar: Calendar,
    at: number,
  ): Promise<ReadinessRow[]> {
    const causes = await readCauses(
      tx,
      rows.map(({ workerId }) => workerId),
      at,
    );
    const matcher = await this.matching.matcherOf(tx);
    const context = await readContext(tx, causes, { calendar, at, matcher });
    const byWorker = Map.groupBy(causes, ({ workerId }) => workerId);
    return rows.map((row) => boardRow(row, byWorker.get(row.workerId) ?? [], context));
  }
}

async function calendarOf(tx: TenantTransaction): Promise<Calendar> {
  return new Calendar((await readPolicy(tx)).timeZone);
}
