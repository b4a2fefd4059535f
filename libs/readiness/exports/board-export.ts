import { Injectable, type StreamableFile } from '@nestjs/common';
import { RequestScope } from '#platform/database';
import { type FileFormat, listDownload } from '#platform/export';
import { Board } from '../board/board.js';
import type { ReadinessFilter } from '../board/readiness.query.js';
import { BOARD_COLUMNS_OF_EXPORT, type BoardLine, linesOf } from './board-columns.js';

/** Workers of a page: each has a line for each reason. */
const BATCH = 500;

/** The board as a file: the workers that the filters find, in the board's order, a line for each reason. */
@Injectable()
export class BoardExport {
  constructor(
    private readonly board: Board,
    private readonly scope: RequestScope,
  ) {}

  file(format: FileFormat, filter: ReadinessFilter): Promise<StreamableFile> {
    return listDownload<BoardLine>(this.scope, format, {
      name: nameOf(filter),
      columns: BOARD_COLUMNS_OF_EXPORT,
      read: async (cursor) => {
        const { items, nextCursor } = await this.board.page({ ...filter, limit: BATCH, cursor });
        return { items: items.flatMap(linesOf), nextCursor };
      },
    });
  }
}

/** The rows do not say which day they are of. */
function nameOf({ asOf }: ReadinessFilter): string {
  return asOf === undefined ? 'readiness' : `readiness-as-of-${asOf.slice(0, 10)}`;
}
