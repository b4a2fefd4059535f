import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';
import { readFields } from '#platform/errors';
import type { RowsBody } from '#platform/http';
import { DirectoryChanges } from '../directory-changes.js';
import type { RowSchema } from '../import/row-schema.js';
import { ImportRun } from '../import/import-run.js';
import type { ImportResult, RowOutcome } from '../import/import-tally.js';
import type { ImportQuery } from '../import/import.dto.js';
import { WorkerItemWriter } from '../workers/worker-item-writer.js';
import { WORKER_KEYS } from '../workers/worker-record.js';
import { CreateOnboardingStepBody } from './onboarding.dto.js';
import { type GivenStep, storeSteps } from './store-steps.js';

const STEP_ROWS: RowSchema<CreateOnboardingStepBody> = {
  name: 'onboarding',
  fields: [...WORKER_KEYS, 'step', 'doneAt'],
  cells: {},
  dates: ['doneAt'],
  read: (record) => readFields(CreateOnboardingStepBody, record),
};

/** Onboarding steps from a file. */
@Injectable()
export class OnboardingImport {
  constructor(
    private readonly imports: ImportRun,
    private readonly changes: DirectoryChanges,
  ) {}

  /** A step is identified by its worker and its name. @throws as `ImportRun.run` */
  run(body: RowsBody, query: ImportQuery): Promise<ImportResult> {
    return this.imports.run(body, query, {
      schema: STEP_ROWS,
      begin: (tx) => new WorkerItemWriter(tx, this.changes, store),
    });
  }
}

async function store(tx: TenantTransaction, steps: readonly GivenStep[]): Promise<RowOutcome[]> {
  return (await storeSteps(tx, steps)).map(({ outcome }) => outcome);
}
