import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { CSV, XLSX } from '#platform/export';
import { Allow } from '#tenancy';
import { WorkersExport } from './workers-export.js';
import { WorkersFilter } from './worker.dto.js';

@Controller('engine/v1/admin')
@Allow('viewer')
export class WorkersExportController {
  constructor(private readonly workers: WorkersExport) {}

  /** The workers as CSV: all that match the filters of the list, in its order. */
  @Get('workers.csv')
  @Header('content-type', CSV)
  exportWorkersCsv(@Query() query: WorkersFilter): Promise<StreamableFile> {
    return this.workers.file('csv', query);
  }

  /** The workers as a workbook for Excel and other spreadsheets. */
  @Get('workers.xlsx')
  @Header('content-type', XLSX)
  exportWorkersXlsx(@Query() query: WorkersFilter): Promise<StreamableFile> {
    return this.workers.file('xlsx', query);
  }
}
