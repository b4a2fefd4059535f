import { Injectable, type StreamableFile } from '@nestjs/common';
import { RequestScope } from '#platform/database';
import { type Column, EXPORT_BATCH, type FileFormat, dateCell, listDownload, timeCell } from '#platform/export';
import { AssignmentReader } from './assignment-reader.js';
import type { AssignmentView } from './assignment.view.js';
import type { AssignmentsExportQuery } from './assignments.query.js';

/** Add new columns at the end, because consumers may read the file by position. */
const COLUMNS: ReadonlyArray<Column<AssignmentView>> = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'status', cell: ({ status }) => status },
  { name: 'worker', cell: ({ worker }) => worker.name },
  { name: 'externalWorkerId', cell: ({ worker }) => worker.externalWorkerId },
  { name: 'email', cell: ({ worker }) => worker.email },
  { name: 'course', cell: ({ course }) => course.title },
  { name: 'courseId', cell: ({ course }) => course.id },
  { name: 'needId', cell: ({ needId }) => needId },
  { name: 'dueAt', cell: ({ dueAt }) => dateCell(dueAt) },
  { name: 'overdue', cell: ({ overdue }) => String(overdue) },
  { name: 'assignedAt', cell: ({ assignedAt }) => timeCell(assignedAt) },
  { name: 'completedAt', cell: ({ completedAt }) => timeCell(completedAt) },
  { name: 'reassignedTo', cell: ({ reassignedTo }) => reassignedTo },
];

/** The assignments as a file: those that the filters find, in their order. */
@Injectable()
export class AssignmentsExport {
  constructor(
    private readonly assignments: AssignmentReader,
    private readonly scope: RequestScope,
  ) {}

  file(format: FileFormat, query: AssignmentsExportQuery): Promise<StreamableFile> {
    return listDownload(this.scope, format, {
      name: 'assignments',
      columns: COLUMNS,
      read: (cursor) => this.assignments.list({ ...query, limit: EXPORT_BATCH, cursor }),
    });
  }
}
