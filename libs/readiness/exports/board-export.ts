import { Injectable, type StreamableFile } from '@nestjs/common';
import { RequestScope } from '#platform/database';
import { csvDownload, pagesOf, xlsxDownload } from '#platform/export';
import { Board } from '../board/board.js';
import type { ReadinessFilter } from '../board/readiness.query.js';
import { BOARD_COLUMNS_OF_EXPORT, type BoardLine, linesOf } from './board-columns.js';

/** Workers of a page: an export holds one page in memory while its reader is slow. */
const BATCH = 500;

/** The board as a file: the workers that the filters find, in the board's order, a line for each reason. */
@Injectable()
export class BoardExport {
  constructor(
    private readonly board: Board,
    private readonly scope: RequestScope,
  ) {}

  csv(filter: ReadinessFilter): Promise<StreamableFile> {
    return csvDownload(this.table(filter));
  }

  xlsx(filter: ReadinessFilter): Promise<StreamableFile> {
    return xlsxDownload(this.table(filter));
  }

  private table(filter: ReadinessFilter): Parameters<typeof csvDownload<BoardLine>>[0] {
    return { name: 'readiness', columns: BOARD_COLUMNS_OF_EXPORT, batches: this.batches(filter) };
  }

  /**
   * Reads each page in a transaction of its own, so that a slow reader holds no connection. A change during the export
   * shows from the next page on.
   */
  private batches(filter: ReadinessFilter): AsyncIterable<readonly BoardLine[]> {
    // The socket asks for later pages when it drains, outside the request.
    const tenant = this.scope.tenant;
    return pagesOf((cursor) =>
      this.scope.run(tenant, async () => {
        const { items, nextCursor } = await this.board.page({ ...filter, limit: BATCH, cursor });
        return { items: items.flatMap(linesOf), nextCursor };
      }),
    );
  }
}
