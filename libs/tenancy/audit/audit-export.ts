import { Injectable, type StreamableFile } from '@nestjs/common';
import { RequestScope } from '#platform/database';
import { type Column, EXPORT_BATCH, type FileFormat, listDownload, timeCell } from '#platform/export';
import { AuditReader } from './audit-reader.js';
import type { AuditEntryView, AuditFilter } from './audit.dto.js';

/** Add new columns at the end, because consumers may read the file by position. `before` and `after` are JSON. */
const COLUMNS: ReadonlyArray<Column<AuditEntryView>> = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'at', cell: ({ at }) => timeCell(at) },
  { name: 'actor', cell: ({ actor }) => actor },
  { name: 'action', cell: ({ action }) => action },
  { name: 'subject', cell: ({ subject }) => subject.kind },
  { name: 'subjectId', cell: ({ subject }) => subject.id },
  { name: 'before', cell: ({ before }) => json(before) },
  { name: 'after', cell: ({ after }) => json(after) },
];

/** The audit log as a file: the entries that the filters find, latest first. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly entries: AuditReader,
    private readonly scope: RequestScope,
  ) {}

  file(format: FileFormat, filter: AuditFilter): Promise<StreamableFile> {
    return listDownload(this.scope, format, {
      name: 'audit',
      columns: COLUMNS,
      read: (cursor) => this.entries.list({ ...filter, limit: EXPORT_BATCH, cursor }),
    });
  }
}

function json(details: object | null): string | null {
  return details === null ? null : JSON.stringify(details);
}
