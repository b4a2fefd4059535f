import { type Column, dateCell, timeCell } from '#platform/export';
import type { ReadinessRow } from '../board/readiness.view.js';
import type { Reason } from '../reasons/reason.view.js';

/** A line of an exported board: a worker with one of their reasons, or with none. */
export interface BoardLine extends Omit<ReadinessRow, 'reasons'> {
  readonly reason: Reason | null;
}

/** One line for each reason of a worker; a worker without a reason has one line. */
export function linesOf({ reasons, ...row }: ReadinessRow): BoardLine[] {
  return reasons.length === 0 ? [{ ...row, reason: null }] : reasons.map((reason) => ({ ...row, reason }));
}

/** The columns of an exported board, from left to right. Add new columns at the end: scripts read them by position. */
export const BOARD_COLUMNS_OF_EXPORT: ReadonlyArray<Column<BoardLine>> = [
  { name: 'workerId', cell: ({ worker }) => worker.id },
  { name: 'externalWorkerId', cell: ({ worker }) => worker.externalWorkerId },
  { name: 'name', cell: ({ worker }) => worker.name },
  { name: 'email', cell: ({ worker }) => worker.email },
  { name: 'site', cell: ({ worker }) => worker.site },
  { name: 'role', cell: ({ worker }) => worker.role },
  { name: 'groups', cell: ({ worker }) => worker.groups.join('; ') },
  { name: 'status', cell: ({ status }) => status },
  { name: 'since', cell: ({ since }) => timeCell(since) },
  { name: 'reason', cell: ({ reason }) => reason?.kind ?? null },
  { name: 'text', cell: ({ reason }) => reason?.text ?? null },
  { name: 'severity', cell: ({ reason }) => reason?.severity ?? null },
  { name: 'dueAt', cell: ({ reason }) => dateCell(reason?.dueAt ?? null) },
  { name: 'reasonSince', cell: ({ reason }) => timeCell(reason?.since ?? null) },
  { name: 'waivedUntil', cell: ({ reason }) => dateCell(reason?.waivedUntil ?? null) },
  { name: 'sourceType', cell: ({ reason }) => reason?.source?.type ?? null },
  { name: 'sourceKey', cell: ({ reason }) => reason?.source?.key ?? null },
  { name: 'sourceRecord', cell: ({ reason }) => reason?.source?.record ?? null },
  { name: 'progress', cell: ({ reason }) => reason?.progress?.text ?? null },
  { name: 'move', cell: ({ reason }) => reason?.move?.action ?? null },
];
