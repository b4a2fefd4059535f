import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, isoTime, joinSql } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import { conditionsOf } from './board-conditions.js';
import { BOARD_COLUMNS, BOARD_JOINS, type BoardRow } from './board-rows.js';
import type { ReadinessQuery } from './readiness.query.js';
import type { ShownInstant } from './shown-instant.js';

/** A page of the board as its statements read it. */
export interface BoardPage {
  readonly rows: BoardRow[];
  readonly nextCursor: string | null;
}

/** Reads a page: by status, worst severity, since when, and name. */
export async function readBoardPage(
  tx: TenantTransaction,
  query: ReadinessQuery,
  instant: ShownInstant,
): Promise<BoardPage> {
  const conditions = [...conditionsOf(tx.tenantId, query, instant), ...afterCursor(query.cursor)];
  const rows = await tx.execute<BoardRow[]>(sql`
    select ${BOARD_COLUMNS} from readiness_period period ${BOARD_JOINS}
    where ${joinSql(conditions, ' and ')}
    order by period.rank, period.mildness, period.since, period.name_key, period.worker_id limit ${query.limit + 1}`);
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => row, keysetOf);
  return { rows: items, nextCursor };
}

/** How many workers the filters find. */
export async function countBoard(tx: TenantTransaction, query: ReadinessQuery, instant: ShownInstant): Promise<number> {
  const conditions = joinSql(conditionsOf(tx.tenantId, query, instant), ' and ');
  const [row] = await tx.execute<Array<{ total: number }>>(
    sql`select count(*)::integer as total from readiness_period period where ${conditions}`,
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
