import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids, isoTime } from '#platform/database';
import { type ReasonContext, readContext } from '../reasons/read-context.js';
import { showReasons } from '../reasons/show-reasons.js';
import type { Cause } from '../rule/cause.js';
import { STATUSES } from '../rule/kinds.js';
import { readCauses } from './board-causes.js';
import type { ShownInstant } from './shown-instant.js';
import type { BoardWorker, ReadinessRow } from './readiness.view.js';

/** A row of the board as its statements read it. */
export interface BoardRow {
  readonly workerId: string;
  readonly rank: number;
  readonly mildness: number;
  readonly since: string;
  readonly nameKey: string;
  readonly name: string;
  readonly site: string | null;
  readonly role: string | null;
  readonly externalWorkerId: string | null;
  readonly email: string | null;
  readonly learnerId: string | null;
  readonly groups: string[] | null;
  readonly active: boolean | null;
}

/** Columns of a {@link BoardRow}, of `period` with {@link BOARD_JOINS}. */
export const BOARD_COLUMNS = sql`
  period.worker_id as "workerId", period.rank, period.mildness, period.since, period.name_key as "nameKey", period.name,
  (select name from site where site.tenant_id = period.tenant_id and site.id = period.site_id) as site, period.role,
  worker.external_worker_id as "externalWorkerId", worker.email, worker.learner_id as "learnerId", worker.active,
  array(select (select name from worker_group where tenant_id = member.tenant_id and id = member.group_id)
    from worker_group_member member where member.tenant_id = period.tenant_id and member.worker_id = period.worker_id
    order by 1) as groups`;

/**
 * Looks up each worker (`offset 0`), because PostgreSQL would otherwise read all workers for one page. A deleted worker
 * has no row.
 */
export const BOARD_JOINS = sql`
  left join lateral (
    select * from worker where worker.tenant_id = period.tenant_id and worker.id = period.worker_id offset 0
  ) as worker on true`;

export function boardWorker(row: BoardRow): BoardWorker {
  const { workerId, name, site, role, externalWorkerId, email, learnerId, groups, active } = row;
  return {
    id: ids.show('wrk', workerId),
    externalWorkerId,
    email,
    learnerId,
    name,
    site,
    role,
    groups: groups ?? [],
    active: active ?? false,
  };
}

export function boardRow(row: BoardRow, causes: readonly Cause[], context: ReasonContext): ReadinessRow {
  return {
    worker: boardWorker(row),
    status: STATUSES[row.rank] ?? 'ready',
    since: isoTime(row.since),
    reasons: showReasons(causes, row.workerId, context),
  };
}

/** The rows as the API shows them, with the reasons that hold at the instant. */
export async function showRows(
  tx: TenantTransaction,
  rows: readonly BoardRow[],
  shown: Pick<ReasonContext, 'calendar' | 'matcher'> & ShownInstant,
): Promise<ReadinessRow[]> {
  const workerIds = rows.map(({ workerId }) => workerId);
  const causes = await readCauses(tx, workerIds, shown);
  const context = await readContext(tx, causes, shown);
  const byWorker = Map.groupBy(causes, ({ workerId }) => workerId);
  return rows.map((row) => boardRow(row, byWorker.get(row.workerId) ?? [], context));
}
