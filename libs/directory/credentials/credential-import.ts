import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';
import { readFields } from '#platform/errors';
import type { RowsBody } from '#platform/http';
import type { DateText } from '#platform/text';
import { DirectoryChanges } from '../directory-changes.js';
import type { RowSchema } from '../import/row-schema.js';
import { ImportRun } from '../import/import-run.js';
import type { ImportResult, RowOutcome } from '../import/import-tally.js';
import type { ImportQuery } from '../import/import.dto.js';
import { WorkerItemWriter } from '../workers/worker-item-writer.js';
import { WORKER_KEYS } from '../workers/worker-record.js';
import { CreateCredentialBody } from './credential.dto.js';
import { storeCredentials } from './store-credentials.js';

const CREDENTIAL_ROWS: RowSchema<CreateCredentialBody> = {
  name: 'credentials',
  fields: [...WORKER_KEYS, 'name', 'expiresAt'],
  cells: {},
  dates: ['expiresAt'],
  read: (record) => readFields(CreateCredentialBody, record),
};

/** Credentials from a file. */
@Injectable()
export class CredentialImport {
  constructor(
    private readonly imports: ImportRun,
    private readonly changes: DirectoryChanges,
  ) {}

  /**
   * A credential that exists already is unchanged; one that expires later than the current one supersedes it.
   * @throws as `ImportRun.run`
   */
  run(body: RowsBody, query: ImportQuery): Promise<ImportResult> {
    return this.imports.run(body, query, {
      schema: CREDENTIAL_ROWS,
      begin: (tx) => new WorkerItemWriter(tx, this.changes, store),
    });
  }
}

async function store(
  tx: TenantTransaction,
  credentials: ReadonlyArray<{ workerId: string; name: string; expiresAt?: DateText | null }>,
): Promise<RowOutcome[]> {
  const added = await storeCredentials(
    tx,
    credentials.map(({ workerId, name, expiresAt = null }) => ({ workerId, name, expiresAt })),
  );
  return added.map((id) => (id === null ? 'unchanged' : 'created'));
}
