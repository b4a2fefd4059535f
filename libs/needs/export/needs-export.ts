import { Injectable, type StreamableFile } from '@nestjs/common';
import { RequestScope } from '#platform/database';
import { EXPORT_BATCH, type FileFormat, listDownload } from '#platform/export';
import { Inbox } from '../inbox/inbox.js';
import type { NeedsExportQuery } from '../inbox/needs.query.js';
import { NEED_COLUMNS_OF_EXPORT } from './need-columns.js';

/** The inbox as a file: the needs that match its filters, in its order. */
@Injectable()
export class NeedsExport {
  constructor(
    private readonly inbox: Inbox,
    private readonly scope: RequestScope,
  ) {}

  file(format: FileFormat, query: NeedsExportQuery): Promise<StreamableFile> {
    return listDownload(this.scope, format, {
      name: 'needs',
      columns: NEED_COLUMNS_OF_EXPORT,
      read: (cursor) => this.inbox.list({ ...query, limit: EXPORT_BATCH, cursor }),
    });
  }
}
