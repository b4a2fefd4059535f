import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { CSV, XLSX } from '#platform/export';
import { Allow } from '../access/access.js';
import { AuditExport } from './audit-export.js';
import { AuditFilter } from './audit.dto.js';

@Controller('engine/v1/admin')
@Allow('admin')
export class AuditExportController {
  constructor(private readonly audit: AuditExport) {}

  /** The audit log as CSV: all entries that match the filters of the list, in its order. */
  @Get('audit.csv')
  @Header('content-type', CSV)
  exportAuditCsv(@Query() query: AuditFilter): Promise<StreamableFile> {
    return this.audit.file('csv', query);
  }

  /** The audit log as a workbook for Excel and other spreadsheets. */
  @Get('audit.xlsx')
  @Header('content-type', XLSX)
  exportAuditXlsx(@Query() query: AuditFilter): Promise<StreamableFile> {
    return this.audit.file('xlsx', query);
  }
}
