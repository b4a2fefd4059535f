import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { CSV, XLSX } from '#platform/export';
import { Allow } from '#tenancy';
import { NeedsExportQuery } from '../inbox/needs.query.js';
import { NeedsExport } from './needs-export.js';

@Controller('engine/v1/admin')
export class NeedsExportController {
  constructor(private readonly needs: NeedsExport) {}

  /** The inbox as CSV: all needs that match its filters, in its order. */
  @Get('needs.csv')
  @Header('content-type', CSV)
  @Allow('viewer')
  exportNeedsCsv(@Query() query: NeedsExportQuery): Promise<StreamableFile> {
    return this.needs.file('csv', query);
  }

  /** The inbox as a workbook for Excel and other spreadsheets. */
  @Get('needs.xlsx')
  @Header('content-type', XLSX)
  @Allow('viewer')
  exportNeedsXlsx(@Query() query: NeedsExportQuery): Promise<StreamableFile> {
    return this.needs.file('xlsx', query);
  }
}
