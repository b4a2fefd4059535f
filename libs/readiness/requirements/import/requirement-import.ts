import { Injectable } from '@nestjs/common';
import { type ImportQuery, type ImportResult, ImportRun } from '#directory';
import type { RowsBody } from '#platform/http';
import { FactChanges } from '../../marks/fact-changes.js';
import { REQUIREMENT_ROWS } from './requirement-rows.js';
import { RequirementWriter } from './requirement-writer.js';

/** Maximum size of a file, in MiB: 200 roles by 500 trainings take less than one. */
export const IMPORT_MIB_OF_REQUIREMENTS = 8;

/** Requirements from a file. */
@Injectable()
export class RequirementImport {
  constructor(
    private readonly imports: ImportRun,
    private readonly changes: FactChanges,
  ) {}

  /** `created`, `updated` and `unchanged` count requirements, `failed` counts rows. @throws as `ImportRun.run` */
  run(body: RowsBody, query: ImportQuery): Promise<ImportResult> {
    return this.imports.run(body, query, {
      schema: REQUIREMENT_ROWS,
      begin: (tx) => new RequirementWriter(tx, this.changes),
    });
  }
}
