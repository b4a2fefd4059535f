import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, isoTime, joinSql, sqlArray } from '#platform/database';
import { decodeCursor, fitting, pageOf } from '#platform/http';
import { conditionsOf, validAt } from './board-conditions.js';
import { BOARD_COLUMNS, BOARD_JOINS, type BoardRow } from './board-rows.js';
import type { PeopleFilter, ReadinessQuery } from './readiness.query.js';
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
  return pageOfRows(rows, query.limit);
}

function pageOfRows(rows: readonly BoardRow[], limit: number): BoardPage {
  const { items, nextCursor } = pageOf(rows, limit, (row) => row, keysetOf);
  return { rows: items, nextCursor };
}

/** Bytes of a worker, and of one of their reasons, in an answer. */
const BYTES_OF_WORKER = 400;
const BYTES_OF_REASON = 700;

/** As {@link readBoardPage}: a page of people with many reasons has fewer of them than were asked for. */
export async function readFittingPage(
  tx: TenantTransaction,
  query: ReadinessQuery,
  instant: ShownInstant,
): Promise<BoardPage> {
  const page = await readBoardPage(tx, query, instant);
  const workerIds = sqlArray(page.rows.map(({ workerId }) => workerId));
  const counts = await tx.execute<Array<{ workerId: string; causes: number }>>(sql`
    select worker_id as "workerId", count(*)::integer as causes from readiness_cause cause
    where tenant_id = ${tx.tenantId} and worker_id = any (${workerIds}::uuid[]) and ${validAt(sql`cause`, instant.at)}
    group by worker_id`);
  const causes = new Map(counts.map((row) => [row.workerId, row.causes]));
  const sizes = page.rows.map(({ workerId }) => BYTES_OF_WORKER + (causes.get(workerId) ?? 0) * BYTES_OF_REASON);
  const shown = fitting(sizes, query.limit);
  return shown === page.rows.length ? page : pageOfRows(page.rows, shown);
}

/** How many workers the filters find. */
export async function countBoard(tx: TenantTransaction, filter: PeopleFilter, instant: ShownInstant): Promise<number> {
  const conditions = joinSql(conditionsOf(tx.tenantId, filter, instant), ' and ');
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
