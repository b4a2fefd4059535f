import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  Database,
  FIRST_ID,
  type SqlFragment,
  type TenantTransaction,
  byKey,
  ids,
  isoTime,
  joinSql,
  lowestIdAt,
  sqlArray,
} from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, largePageOf } from '#platform/http';
import { jsonFields, parseExactly } from '#platform/json';
import { startInstant } from '#tenancy';
import type { SignalOutcome } from '../record/signal-outcome.js';
import { oldestKept } from '../retention/oldest-kept.js';
import { type LogPart, partsOf } from './signal-conditions.js';
import type {
  CompletionStatus,
  CompletionView,
  SignalPage,
  SignalView,
  SignalWarning,
  SignalsQuery,
} from './signal-log.dto.js';

interface SignalRow {
  readonly id: string;
  readonly received_at: string;
  readonly type: string;
  readonly dedupe_key: string;
  readonly outcome: SignalOutcome;
  readonly need_id: string | null;
  readonly resolved_at: string | null;
  /** The event's JSON. */
  readonly raw: string;
  readonly warnings: SignalWarning[] | null;
  readonly completion_status: CompletionStatus | null;
  readonly completed_at: string | null;
  readonly course_ids: readonly string[] | null;
}

const SELECT = sql`
  select signal.id, uuid_time(signal.id) as received_at, signal.type, signal.dedupe_key, signal.outcome, signal.need_id,
    signal.raw::text as raw, signal.warnings,
    case when need.unresolved_since is null then need.resolved_at end as resolved_at,
    completion.status as completion_status, completion.completed_at, completion.course_ids
  from signal
    left join lateral ${byKey('need', sql`tenant_id = signal.tenant_id and id = signal.need_id`)} on true
    left join lateral (
      select * from ${byKey('completion_signal', sql`tenant_id = signal.tenant_id and id = signal.id`)}
    ) as completion on true`;

/** The log of recorded signals, newest first, as far back as the tenant keeps signals. */
@Injectable()
export class SignalLog {
  constructor(private readonly database: Database) {}

  /** A page of large events has fewer items than requested. */
  list(query: SignalsQuery): Promise<SignalPage> {
    const { limit } = query;
    return this.database.inTenant(async (tx) => {
      const conditions = joinSql(await conditionsOf(tx, query), ' and ');
      const [first, ...others] = partsOf(tx.tenantId, query);
      const latestOf = ({ where, order }: LogPart): SqlFragment =>
        sql`(select signal.id, signal.raw from signal where ${conditions} and ${where} order by ${order}
              limit ${limit + 1})`;
      // What is older than a full page of the first part is not on the page. Behind row level security, only a sub-select
      // as a whole bounds an index.
      const isOnPage = sql`signal.id >= (
        select coalesce((select id from first order by id desc offset ${limit} limit 1), ${FIRST_ID}::uuid))`;
      const parts = others.map(({ where, order }) => latestOf({ where: sql`${isOnPage} and ${where}`, order }));
      const found = await tx.execute<Array<{ id: string; bytes: number }>>(sql`
        with first as materialized ${latestOf(first)}
        select found.id, octet_length(found.raw::text) as bytes
        from (${joinSql([sql`select * from first`, ...parts], ' union all ')}) as found
        order by found.id desc limit ${limit + 1}`);
      const read = (signalIds: readonly string[]): Promise<SignalRow[]> =>
        tx.execute(
          sql`${SELECT} where signal.tenant_id = ${tx.tenantId} and signal.id = any (${sqlArray(signalIds)}::uuid[])`,
        );
      return largePageOf(found, limit, read, view);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<SignalView> {
    return this.database.inTenant(async (tx) => {
      const oldest = await oldestKept(tx);
      const [row] = await tx.execute<SignalRow[]>(
        sql`${SELECT} where signal.tenant_id = ${tx.tenantId} and signal.id = ${id} and signal.id >= ${oldest}`,
      );
      if (row === undefined) throw new NotFound('signal');
      return view(row);
    });
  }
}

/** The conditions besides those of {@link partsOf}. The time of a signal is in its id. */
async function conditionsOf(tx: TenantTransaction, query: SignalsQuery): Promise<SqlFragment[]> {
  const { cursor, type, outcome, since, until } = query;
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  const conditions = [sql`signal.tenant_id = ${tx.tenantId} and signal.id >= ${await oldestKept(tx)}`];
  if (before !== null) conditions.push(sql`signal.id < ${before}::uuid`);
  if (type !== undefined) conditions.push(sql`signal.type = ${type}`);
  if (outcome !== undefined) conditions.push(sql`signal.outcome = ${outcome}`);
  if (since !== undefined) conditions.push(sql`signal.id >= ${lowestIdAt(await startInstant(tx, since))}`);
  if (until !== undefined) conditions.push(sql`signal.id < ${lowestIdAt(await startInstant(tx, until))}`);
  return conditions;
}

function view(row: SignalRow): SignalView {
  return {
    id: ids.show('sig', row.id),
    receivedAt: isoTime(row.received_at),
    type: row.type,
    dedupeKey: row.dedupe_key,
    outcome: row.outcome,
    needId: row.need_id === null ? null : ids.show('need', row.need_id),
    resolvedAt: row.resolved_at === null ? null : isoTime(row.resolved_at),
    completion: completionView(row),
    warnings: row.warnings ?? [],
    event: jsonFields(parseExactly(row.raw)),
  };
}

function completionView({
  completion_status: status,
  completed_at: completedAt,
  course_ids: courseIds,
}: SignalRow): CompletionView | null {
  if (status === null || completedAt === null) return null;
  return { status, completedAt: isoTime(completedAt), courseIds: (courseIds ?? []).map((id) => ids.show('crs', id)) };
}
