import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { CSV, XLSX } from '#platform/export';
import { Allow } from '#tenancy';
import { AssignmentsExport } from './assignments-export.js';
import { AssignmentsExportQuery } from './assignments.query.js';

@Controller('engine/v1/admin')
@Allow('viewer')
export class AssignmentsExportController {
  constructor(private readonly assignments: AssignmentsExport) {}

  /** The assignments as CSV: all that match the filters of the list, in its order. */
  @Get('assignments.csv')
  @Header('content-type', CSV)
  exportAssignmentsCsv(@Query() query: AssignmentsExportQuery): Promise<StreamableFile> {
    return this.assignments.file('csv', query);
  }

  /** The assignments as a workbook for Excel and other spreadsheets. */
  @Get('assignments.xlsx')
  @Header('content-type', XLSX)
  exportAssignmentsXlsx(@Query() query: AssignmentsExportQuery): Promise<StreamableFile> {
    return this.assignments.file('xlsx', query);
  }
}
