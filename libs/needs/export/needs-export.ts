import { Injectable, type StreamableFile } from '@nestjs/common';
import { RequestScope } from '#platform/database';
import { csvDownload, pagesOf, xlsxDownload } from '#platform/export';
import { Inbox } from '../inbox/inbox.js';
import type { NeedView } from '../inbox/need.view.js';
import type { NeedsExportQuery } from '../inbox/needs.query.js';
import { NEED_COLUMNS_OF_EXPORT } from './need-columns.js';

/** Enough that the statement does not count, few enough to be held in memory for whoever reads slowly. */
const BATCH = 1_000;

/** The inbox as a file: what its filters show, in its order. */
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
   * Page by page, each in a transaction of its own: nothing is held open while a slow reader takes its time, and what
   * changes meanwhile is exported as it is when its page comes.
   */
  private batches(query: NeedsExportQuery): AsyncIterable<readonly NeedView[]> {
    // Later pages are asked for by the socket that drains, outside of the request.
    const tenant = this.scope.tenant;
    return pagesOf((cursor) => this.scope.run(tenant, () => this.inbox.list({ ...query, limit: BATCH, cursor })));
  }
}
