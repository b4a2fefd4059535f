import { type Column, dateCell, timeCell } from '#platform/export';
import type { NeedView } from '../inbox/need.view.js';

/** The columns of an exported need. Add new ones at the end, because consumers may read the file by position. */
export const NEED_COLUMNS_OF_EXPORT: ReadonlyArray<Column<NeedView>> = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'status', cell: ({ status }) => status },
  { name: 'severity', cell: ({ severity }) => severity },
  { name: 'type', cell: ({ type }) => type },
  { name: 'topic', cell: ({ topic }) => topic },
  { name: 'category', cell: ({ category }) => category },
  { name: 'audience', cell: ({ audience }) => audience.kind },
  { name: 'worker', cell: ({ audience }) => audience.worker?.name ?? null },
  {
    name: 'externalWorkerId',
    cell: ({ audience, unknownWorker }) => audience.worker?.externalWorkerId ?? unknownWorker?.externalWorkerId ?? null,
  },
  { name: 'email', cell: ({ audience, unknownWorker }) => audience.worker?.email ?? unknownWorker?.email ?? null },
  { name: 'site', cell: ({ audience }) => audience.site },
  { name: 'people', cell: ({ audience }) => audience.people },
  { name: 'recommendation', cell: ({ recommendation }) => recommendation.kind },
  { name: 'courseId', cell: ({ recommendation }) => recommendation.courseId },
  { name: 'course', cell: ({ recommendation }) => recommendation.title },
  { name: 'score', cell: ({ recommendation }) => recommendation.score },
  { name: 'evidence', cell: ({ recommendation }) => recommendation.evidence.join('; ') },
  { name: 'dueAt', cell: ({ dueAt }) => dateCell(dueAt) },
  { name: 'signalCount', cell: ({ signalCount }) => signalCount },
  { name: 'firstSeenAt', cell: ({ firstSeenAt }) => timeCell(firstSeenAt) },
  { name: 'lastSeenAt', cell: ({ lastSeenAt }) => timeCell(lastSeenAt) },
  { name: 'workerSite', cell: ({ audience }) => audience.worker?.site ?? null },
  { name: 'answered', cell: ({ audience }) => audience.answered },
  { name: 'snoozedUntil', cell: ({ snoozedUntil }) => dateCell(snoozedUntil) },
  { name: 'dismissalReason', cell: ({ dismissal }) => dismissal?.reason ?? null },
  { name: 'dismissedUntil', cell: ({ dismissal }) => dateCell(dismissal?.until ?? null) },
];
