import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { IdParam, IfMatch, Rows, type RowsBody, TakesRows } from '#platform/http';
import { Allow } from '#tenancy';
import { ImportResult } from '../import/import-tally.js';
import { IMPORT_MIB, ImportQuery } from '../import/import.dto.js';
import { OnboardingEditor } from './onboarding-editor.js';
import { OnboardingImport } from './onboarding-import.js';
import { OnboardingReader } from './onboarding-reader.js';
import { ChangeOnboardingStepBody, CreateOnboardingStepBody, OnboardingQuery } from './onboarding.dto.js';
import { OnboardingPage, OnboardingStepView } from './onboarding.view.js';

@Controller('engine/v1/admin/onboarding')
export class OnboardingController {
  constructor(
    private readonly reader: OnboardingReader,
    private readonly editor: OnboardingEditor,
    private readonly imports: OnboardingImport,
  ) {}

  /** Lists onboarding steps by filter, oldest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: OnboardingQuery): Promise<OnboardingPage> {
    return this.reader.list(query);
  }

  /** Adds an onboarding step. */
  @Post()
  @Allow('admin')
  create(@Body() body: CreateOnboardingStepBody): Promise<OnboardingStepView> {
    return this.editor.create(body);
  }

  /**
   * Adds and updates onboarding steps from a table (`text/csv`) or from lines of JSON. A row with an unknown worker is
   * reported as an error; the other rows are written.
   */
  @Post('import')
  @HttpCode(200)
  @TakesRows(IMPORT_MIB)
  @Allow('admin')
  import(@Rows() rows: RowsBody, @Query() query: ImportQuery): Promise<ImportResult> {
    return this.imports.run(rows, query);
  }

  /** One onboarding step. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('onb', 'onboarding step') id: string): Promise<OnboardingStepView> {
    return this.reader.detail(id);
  }

  /** Changes the fields that are sent. */
  @Patch(':id')
  @Allow('admin')
  change(
    @IdParam('onb', 'onboarding step') id: string,
    @Body() body: ChangeOnboardingStepBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<OnboardingStepView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** The same as PATCH. */
  @Put(':id')
  @Allow('admin')
  put(
    @IdParam('onb', 'onboarding step') id: string,
    @Body() body: ChangeOnboardingStepBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<OnboardingStepView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** Deletes an onboarding step. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('onb', 'onboarding step') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.editor.remove(id, ifMatch);
  }
}
