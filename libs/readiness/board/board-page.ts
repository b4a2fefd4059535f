import { sql } from '@mikro-orm/postgresql';
import { findSiteId } from '#directory';
import {
  type SqlFragment,
  type TenantTransaction,
  anyTenant,
  byKey,
  isoTime,
  joinSql,
  sqlArray,
} from '#platform/database';
import { decodeCursor, fitting, pageOf } from '#platform/http';
import { filterConditions, holdsAt, periodsOf, validAt } from './board-conditions.js';
import { BOARD_COLUMNS, BOARD_JOINS, type BoardRow } from './board-rows.js';
import { differenceAt } from './other-time.js';
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
  const siteId = query.site === undefined ? undefined : await knownSiteId(tx, query.site);
  const conditions = [...(await filterConditions(tx, query, instant, siteId)), ...afterCursor(query.cursor)];
  const order = sql`order by period.rank, period.mildness, period.since, period.name_key, period.worker_id
    limit ${query.limit + 1}`;
  const first = (holds: SqlFragment): SqlFragment =>
    sql`select period.* from ${periodsOf(tx.tenantId, instant)} as period
      where ${holds} and ${joinSql(conditions, ' and ')} ${order}`;
  const periods = instant.isNow ? first(holdsAt(instant)) : await firstOfOtherTime(tx, instant.at, first);
  const rows = await tx.execute<BoardRow[]>(
    sql`select ${BOARD_COLUMNS} from (${periods}) as period ${BOARD_JOINS} ${order}`,
  );
  return pageOfRows(rows, query.limit);
}

/**
 * The id as a constant. With a sub-select, PostgreSQL would assume a site of average size. It would sort all people of
 * a large site instead of reading the first ones by the index of a role or a status.
 */
async function knownSiteId(tx: TenantTransaction, name: string): Promise<SqlFragment> {
  return sql`${await findSiteId(tx, name)}::uuid`;
}

/** The current periods that hold then too, in the order of their index, and the few others. */
async function firstOfOtherTime(
  tx: TenantTransaction,
  at: number,
  first: (holds: SqlFragment) => SqlFragment,
): Promise<SqlFragment> {
  const { joined } = await differenceAt(tx, at);
  return sql`(${first(sql`period.is_current and ${validAt(sql`period`, at)}`)}) union all (${first(joined)})`;
}

function pageOfRows(rows: readonly BoardRow[], limit: number): BoardPage {
  const { items, nextCursor } = pageOf(rows, limit, (row) => row, keysetOf);
  return { rows: items, nextCursor };
}

/** Bytes of a worker without the names of groups, and of one of their reasons, in an answer. */
const BYTES_OF_WORKER = 400;
const BYTES_OF_REASON = 700;

/** As {@link readBoardPage}, but a page of people with many reasons or groups has fewer people than requested. */
export async function readFittingPage(
  tx: TenantTransaction,
  query: ReadinessQuery,
  instant: ShownInstant,
): Promise<BoardPage> {
  const page = await readBoardPage(tx, query, instant);
  const workerIds = sqlArray(page.rows.map(({ workerId }) => workerId));
  const isTheirs = sql`tenant_id = ${anyTenant(tx.tenantId)} and worker_id = named.key`;
  const counts = await tx.execute<Array<{ workerId: string; causes: number }>>(sql`
    select worker_id as "workerId", count(*)::integer as causes from unnest(${workerIds}::uuid[]) as named (key)
      cross join lateral ${byKey('readiness_cause', isTheirs)}
    where ${validAt(sql`readiness_cause`, instant.at)} group by worker_id`);
  const causes = new Map(counts.map((row) => [row.workerId, row.causes]));
  const sizes = page.rows.map(
    ({ workerId, groups }) =>
      BYTES_OF_WORKER + Buffer.byteLength((groups ?? []).join('')) + (causes.get(workerId) ?? 0) * BYTES_OF_REASON,
  );
  const shown = fitting(sizes, query.limit);
  return shown === page.rows.length ? page : pageOfRows(page.rows, shown);
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
      > (
        ${rank}::smallint, ${mildness}::smallint, ${since}::timestamptz, ${nameKey}::text collate "C",
        ${workerId}::uuid
      )`,
  ];
}
