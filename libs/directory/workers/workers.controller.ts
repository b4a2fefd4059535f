import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { BodyLimit, IdParam, IfMatch, Rows, type RowsBody, TakesRows } from '#platform/http';
import { Allow } from '#tenancy';
import { IMPORT_MIB, ImportWorkersQuery } from '../import/import.dto.js';
import { WorkerImport, WorkersImportResult } from './import/worker-import.js';
import { WorkerEditor } from './worker-editor.js';
import { WorkerReader } from './worker-reader.js';
import { ChangeWorkerBody, CreateWorkerBody, RemoveWorkerQuery, WorkersQuery } from './worker.dto.js';
import { WorkerRemoval } from './worker-removal.js';
import { WorkerPage, WorkerView } from './worker.view.js';

/** Fifty groups with names of 255 characters. */
const WORKER = { kib: 64 };

@Controller('engine/v1/admin/workers')
export class WorkersController {
  constructor(
    private readonly reader: WorkerReader,
    private readonly editor: WorkerEditor,
    private readonly removal: WorkerRemoval,
    private readonly imports: WorkerImport,
  ) {}

  /** Lists workers by filter, oldest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: WorkersQuery): Promise<WorkerPage> {
    return this.reader.list(query);
  }

  /** Adds a worker, and the site and groups that do not exist yet. */
  @Post()
  @BodyLimit(WORKER)
  @Allow('admin')
  create(@Body() body: CreateWorkerBody): Promise<WorkerView> {
    return this.editor.create(body);
  }

  /**
   * Creates and updates workers from a table (`text/csv`, the first row names the columns) or from lines of JSON. A
   * worker is identified by external id, else e-mail, else learner id. Invalid rows are reported as errors; all others
   * are written in one transaction.
   */
  @Post('import')
  @HttpCode(200)
  @TakesRows(IMPORT_MIB)
  @Allow('admin')
  import(@Rows() rows: RowsBody, @Query() query: ImportWorkersQuery): Promise<WorkersImportResult> {
    return this.imports.run(rows, query);
  }

  /** One worker. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('wrk', 'worker') id: string): Promise<WorkerView> {
    return this.reader.detail(id);
  }

  /**
   * Changes the fields that are sent. `active: false` deactivates the worker and closes the worker's open needs and
   * assignments with the reason `left`.
   */
  @Patch(':id')
  @BodyLimit(WORKER)
  @Allow('admin')
  change(
    @IdParam('wrk', 'worker') id: string,
    @Body() body: ChangeWorkerBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<WorkerView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** The same as PATCH. */
  @Put(':id')
  @BodyLimit(WORKER)
  @Allow('admin')
  put(
    @IdParam('wrk', 'worker') id: string,
    @Body() body: ChangeWorkerBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<WorkerView> {
    return this.editor.change(id, body, ifMatch);
  }

  /**
   * Deletes a worker, and closes their open needs and assignments. Deactivate a worker who has only left. `erase=true`
   * also replaces their personal data by a pseudonym in signals, needs, the audit log and all other records, within
   * seconds. It is also accepted for a worker who was deleted before.
   */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(
    @IdParam('wrk', 'worker') id: string,
    @Query() query: RemoveWorkerQuery,
    @IfMatch() ifMatch: string | null,
  ): Promise<void> {
    return this.removal.remove(id, query, ifMatch);
  }
}
