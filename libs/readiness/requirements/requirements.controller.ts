import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query, UseInterceptors } from '@nestjs/common';
import { IMPORT_MIB_OF_REQUIREMENTS, RequirementImport } from './import/requirement-import.js';
import { ImportQuery, ImportResult } from '#directory';
import { IdParam, IfMatch, Rows, type RowsBody, TakesRows } from '#platform/http';
import { Allow } from '#tenancy';
import { DryRunIsOk } from './dry-run.interceptor.js';
import { ChangeRequirementBody, CreateRequirementBody, DryRunQuery, RequirementsQuery } from './requirement.dto.js';
import { RequirementEditor } from './requirement-editor.js';
import { RequirementReader } from './requirement-reader.js';
import { RequirementResult, RequirementPage, RequirementView } from './requirement.view.js';

@Controller('engine/v1/admin/requirements')
export class RequirementsController {
  constructor(
    private readonly reader: RequirementReader,
    private readonly editor: RequirementEditor,
    private readonly imports: RequirementImport,
  ) {}

  /** Lists requirements by filter, newest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: RequirementsQuery): Promise<RequirementPage> {
    return this.reader.list(query);
  }

  /** Requires a credential or a course of an audience. With `dryRun` nothing is stored, and the status is 200. */
  @Post()
  @Allow('admin')
  @UseInterceptors(DryRunIsOk)
  create(@Body() body: CreateRequirementBody, @Query() { dryRun = false }: DryRunQuery): Promise<RequirementResult> {
    return this.editor.create(body, dryRun);
  }

  /**
   * Adds and updates requirements from a matrix (roles as rows, trainings as columns), from a table with a requirement
   * in each row, or from lines of JSON. A row with an error stores nothing; the other rows are stored.
   */
  @Post('import')
  @HttpCode(200)
  @TakesRows(IMPORT_MIB_OF_REQUIREMENTS)
  @Allow('admin')
  import(@Rows() rows: RowsBody, @Query() query: ImportQuery): Promise<ImportResult> {
    return this.imports.run(rows, query);
  }

  /** One requirement. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('req', 'requirement') id: string): Promise<RequirementView> {
    return this.reader.detail(id);
  }

  /** Changes the fields that are sent. With `dryRun` nothing is stored. */
  @Patch(':id')
  @Allow('admin')
  change(
    @IdParam('req', 'requirement') id: string,
    @Body() body: ChangeRequirementBody,
    @Query() { dryRun = false }: DryRunQuery,
    @IfMatch() ifMatch: string | null,
  ): Promise<RequirementResult> {
    return this.editor.change(id, body, ifMatch, dryRun);
  }

  /** The same as PATCH. */
  @Put(':id')
  @Allow('admin')
  put(
    @IdParam('req', 'requirement') id: string,
    @Body() body: ChangeRequirementBody,
    @Query() { dryRun = false }: DryRunQuery,
    @IfMatch() ifMatch: string | null,
  ): Promise<RequirementResult> {
    return this.editor.change(id, body, ifMatch, dryRun);
  }

  /** Deletes a requirement. Its waivers end. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('req', 'requirement') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.editor.remove(id, ifMatch);
  }
}
