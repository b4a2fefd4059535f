import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { IdParam, IfMatch, Rows, type RowsBody, TakesRows } from '#platform/http';
import { Allow } from '#tenancy';
import { ImportResult } from '../import/import-tally.js';
import { IMPORT_MIB, ImportQuery } from '../import/import.dto.js';
import { CredentialEditor } from './credential-editor.js';
import { CredentialImport } from './credential-import.js';
import { CredentialReader } from './credential-reader.js';
import { ChangeCredentialBody, CreateCredentialBody, CredentialsQuery } from './credential.dto.js';
import { CredentialPage, CredentialView } from './credential.view.js';

@Controller('engine/v1/admin/credentials')
export class CredentialsController {
  constructor(
    private readonly reader: CredentialReader,
    private readonly editor: CredentialEditor,
    private readonly imports: CredentialImport,
  ) {}

  /** Lists the current credentials, the next to expire first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: CredentialsQuery): Promise<CredentialPage> {
    return this.reader.list(query);
  }

  /** Adds a credential. It supersedes the worker's credential of that name if it expires later. */
  @Post()
  @Allow('admin')
  create(@Body() body: CreateCredentialBody): Promise<CredentialView> {
    return this.editor.create(body);
  }

  /**
   * Adds credentials from a table (`text/csv`) or from lines of JSON. A row with an unknown worker is reported as an
   * error; the other rows are added.
   */
  @Post('import')
  @HttpCode(200)
  @TakesRows(IMPORT_MIB)
  @Allow('admin')
  import(@Rows() rows: RowsBody, @Query() query: ImportQuery): Promise<ImportResult> {
    return this.imports.run(rows, query);
  }

  /** One credential. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('cred', 'credential') id: string): Promise<CredentialView> {
    return this.reader.detail(id);
  }

  /** Corrects the fields that are sent. */
  @Patch(':id')
  @Allow('admin')
  change(
    @IdParam('cred', 'credential') id: string,
    @Body() body: ChangeCredentialBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<CredentialView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** The same as PATCH. */
  @Put(':id')
  @Allow('admin')
  put(
    @IdParam('cred', 'credential') id: string,
    @Body() body: ChangeCredentialBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<CredentialView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** Deletes a credential. The one that it superseded becomes current again. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('cred', 'credential') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.editor.remove(id, ifMatch);
  }
}
