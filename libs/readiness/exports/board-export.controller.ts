import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { CSV, XLSX } from '#platform/export';
import { Allow } from '#tenancy';
import { ReadinessFilter } from '../board/readiness.query.js';
import { BoardExport } from './board-export.js';

@Controller('engine/v1/admin')
export class BoardExportController {
  constructor(private readonly board: BoardExport) {}

  /**
   * The board as CSV: a row for each worker and reason, in the board's order. A worker without a reason has one row.
   */
  @Get('readiness.csv')
  @Header('content-type', CSV)
  @Allow('viewer')
  exportReadinessCsv(@Query() filter: ReadinessFilter): Promise<StreamableFile> {
    return this.board.file('csv', filter);
  }

  /** The board as a workbook for Excel and other spreadsheets, with the rows and columns of the CSV. */
  @Get('readiness.xlsx')
  @Header('content-type', XLSX)
  @Allow('viewer')
  exportReadinessXlsx(@Query() filter: ReadinessFilter): Promise<StreamableFile> {
    return this.board.file('xlsx', filter);
  }
}
