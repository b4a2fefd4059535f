import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { Database, type SqlFragment, type TenantTransaction, isoTime, joinSql } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import { readPolicy } from '../policy/read-policy.js';
import { readContext } from '../reasons/read-context.js';
import { Calendar } from '../rule/calendar.js';
import { conditionsOf } from './board-conditions.js';
import { BOARD_COLUMNS, BOARD_JOINS, type BoardRow, boardRow, readCauses } from './board-rows.js';
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

  /** The worst first: by status, worst severity, since when, and name. */
  list(query: ReadinessQuery): Promise<ReadinessPage> {
    return this.database.inTenant(async (tx) => {
      const { page, conditions } = await this.read(tx, query);
      return { ...page, total: await count(tx, conditions) };
    });
  }

  /** A page of {@link list} without the total, for exports, which read one page after the other. */
  page(query: ReadinessQuery): Promise<Pick<ReadinessPage, 'items' | 'nextCursor'>> {
    return this.database.inTenant(async (tx) => (await this.read(tx, query)).page);
  }

  private async read(
    tx: TenantTransaction,
    query: ReadinessQuery,
  ): Promise<{ page: Pick<ReadinessPage, 'items' | 'nextCursor'>; conditions: SqlFragment[] }> {
    const { timeZone } = await readPolicy(tx);
    const calendar = new Calendar(timeZone);
    const instant = shownInstant(query.asOf, calendar, Date.now());
    const conditions = conditionsOf(tx.tenantId, query, instant);
    const rows = await tx.execute<BoardRow[]>(sql`
      select ${BOARD_COLUMNS} from readiness_period period ${BOARD_JOINS}
      where ${joinSql([...conditions, ...afterCursor(query.cursor)], ' and ')}
      order by period.rank, period.mildness, period.since, period.name_key, period.worker_id limit ${query.limit + 1}`);
    const { nextCursor } = pageOf(rows, query.limit, ({ workerId }) => workerId, keysetOf);
    return {
      page: { items: await this.show(tx, rows.slice(0, query.limit), calendar, instant), nextCursor },
      conditions,
    };
  }

  private async show(
    tx: TenantTransaction,
    rows: readonly BoardRow[],
    calendar: Calendar,
    { at }: ShownInstant,
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

async function count(tx: TenantTransaction, conditions: readonly SqlFragment[]): Promise<number> {
  const [row] = await tx.execute<Array<{ total: number }>>(
    sql`select count(*)::integer as total from readiness_period period where ${joinSql(conditions, ' and ')}`,
  );
  return row?.total ?? 0;
}

function keysetOf({ rank, mildness, since, nameKey, workerId }: BoardRow): Array<string | number> {
  return [rank, mildness, isoTime(since), nameKey, workerId];
}

function afterCursor(cursor: string | undefined): SqlFragment[] {
  const keyset = decodeCursor(cursor, ['integer', 'integer', 'time', 'text', 'uuid']);
  if (keyset === null) return [];
  const [rank, mildness, since, nameKey, workerId] = keyset;
  return [
    sql`(period.rank, period.mildness, period.since, period.name_key, period.worker_id)
      > (${rank}::smallint, ${mildness}::smallint, ${since}::timestamptz, ${nameKey}::text collate "C", ${workerId}::uuid)`,
  ];
}
