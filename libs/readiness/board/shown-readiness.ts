import { sql } from '@mikro-orm/postgresql';
import type { TopicMatcher } from '#catalog';
import { type TenantTransaction, sqlArray } from '#platform/database';
import { readPolicy } from '../policy/read-policy.js';
import { readContext } from '../reasons/read-context.js';
import { Calendar } from '../rule/calendar.js';
import { readCauses } from './board-causes.js';
import { BOARD_COLUMNS, BOARD_JOINS, type BoardRow, boardRow } from './board-rows.js';
import type { ReadinessRow } from './readiness.view.js';

/** Events of webhooks do not contain the course that would answer a reason: their receivers read the board for that. */
const NO_COURSES: TopicMatcher = { match: () => ({ recommended: null, suggested: null, candidates: [], whyNone: [] }) };

/** The rows of these workers as the board shows them now, by worker. A worker who is not on the board is missing. */
export async function shownReadiness(
  tx: TenantTransaction,
  workerIds: readonly string[],
): Promise<Map<string, ReadinessRow>> {
  if (workerIds.length === 0) return new Map();
  const rows = await tx.execute<BoardRow[]>(sql`
    select ${BOARD_COLUMNS} from readiness_period period ${BOARD_JOINS}
    where period.tenant_id = ${tx.tenantId} and period.worker_id = any (${sqlArray(workerIds)}::uuid[])
      and period.is_current`);
  const at = Date.now();
  const causes = await readCauses(tx, workerIds, { at, isNow: true, pending: null });
  const { timeZone } = await readPolicy(tx);
  const context = await readContext(tx, causes, { calendar: Calendar.of(timeZone), at, matcher: NO_COURSES });
  const byWorker = Map.groupBy(causes, ({ workerId }) => workerId);
  return new Map(rows.map((row) => [row.workerId, boardRow(row, byWorker.get(row.workerId) ?? [], context)]));
}
