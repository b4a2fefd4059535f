import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { CSV, XLSX } from '#platform/export';
import { Allow } from '#tenancy';
import { CredentialsExport } from './credentials-export.js';
import { CredentialsFilter } from './credential.dto.js';

@Controller('engine/v1/admin')
@Allow('viewer')
export class CredentialsExportController {
  constructor(private readonly credentials: CredentialsExport) {}

  /** The credentials as CSV: all that match the filters of the list, in its order. */
  @Get('credentials.csv')
  @Header('content-type', CSV)
  exportCredentialsCsv(@Query() query: CredentialsFilter): Promise<StreamableFile> {
    return this.credentials.file('csv', query);
  }

  /** The credentials as a workbook for Excel and other spreadsheets. */
  @Get('credentials.xlsx')
  @Header('content-type', XLSX)
  exportCredentialsXlsx(@Query() query: CredentialsFilter): Promise<StreamableFile> {
    return this.credentials.file('xlsx', query);
  }
}
