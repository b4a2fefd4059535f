import { Injectable, type StreamableFile } from '@nestjs/common';
import { RequestScope } from '#platform/database';
import { csvDownload, pagesOf, xlsxDownload } from '#platform/export';
import { Inbox } from '../inbox/inbox.js';
import type { NeedView } from '../inbox/need.view.js';
import type { NeedsExportQuery } from '../inbox/needs.query.js';
import { NEED_COLUMNS_OF_EXPORT } from './need-columns.js';

/** Large enough that the statements cost little, small enough to be held in memory for a slow client. */
const BATCH = 1_000;

/** The inbox as a file: the needs that match its filters, in its order. */
@Injectable()
export class NeedsExport {
  constructor(
    private readonly inbox: Inbox,
    private readonly scope: RequestScope,
  ) {}

  csv(query: NeedsExportQuery): Promise<StreamableFile> {
    return csvDownload(this.table(query));
  }

  xlsx(query: NeedsExportQuery): Promise<StreamableFile> {
    return xlsxDownload(this.table(query));
  }

  private table(query: NeedsExportQuery): Parameters<typeof csvDownload<NeedView>>[0] {
    return { name: 'needs', columns: NEED_COLUMNS_OF_EXPORT, batches: this.batches(query) };
  }

  /**
   * Page by page, each in its own transaction: no transaction stays open for a slow client, and changes during the
   * export appear in later pages.
   */
  private batches(query: NeedsExportQuery): AsyncIterable<readonly NeedView[]> {
    // The draining socket requests later pages, outside of the request's scope.
    const tenant = this.scope.tenant;
    return pagesOf((cursor) => this.scope.run(tenant, () => this.inbox.list({ ...query, limit: BATCH, cursor })));
  }
}
