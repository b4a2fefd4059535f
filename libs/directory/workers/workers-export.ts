import { Injectable, type StreamableFile } from '@nestjs/common';
import { RequestScope } from '#platform/database';
import { type Column, EXPORT_BATCH, type FileFormat, listDownload, timeCell } from '#platform/export';
import { WorkerReader } from './worker-reader.js';
import type { WorkersFilter } from './worker.dto.js';
import type { WorkerView } from './worker.view.js';

/** Add new columns at the end, because consumers may read the file by position. */
const COLUMNS: ReadonlyArray<Column<WorkerView>> = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'externalWorkerId', cell: ({ externalWorkerId }) => externalWorkerId },
  { name: 'email', cell: ({ email }) => email },
  { name: 'learnerId', cell: ({ learnerId }) => learnerId },
  { name: 'name', cell: ({ name }) => name },
  { name: 'site', cell: ({ site }) => site },
  { name: 'role', cell: ({ role }) => role },
  { name: 'groups', cell: ({ groups }) => groups.join('; ') },
  { name: 'active', cell: ({ active }) => String(active) },
  { name: 'createdAt', cell: ({ createdAt }) => timeCell(createdAt) },
  { name: 'updatedAt', cell: ({ updatedAt }) => timeCell(updatedAt) },
];

/** The workers as a file: those that the filters find, oldest first. */
@Injectable()
export class WorkersExport {
  constructor(
    private readonly workers: WorkerReader,
    private readonly scope: RequestScope,
  ) {}

  file(format: FileFormat, filter: WorkersFilter): Promise<StreamableFile> {
    return listDownload(this.scope, format, {
      name: 'workers',
      columns: COLUMNS,
      read: (cursor) => this.workers.list({ ...filter, limit: EXPORT_BATCH, cursor }),
    });
  }
}
