import { Injectable } from '@nestjs/common';
import { type TenantTransaction, TransactionLost } from '#platform/database';
import type { RowsBody } from '#platform/http';
import { DirectoryChanges } from '../../directory-changes.js';
import { ImportRun, type ImportWriter } from '../../import/import-run.js';
import { ImportResult } from '../../import/import-tally.js';
import type { ImportWorkersQuery } from '../../import/import.dto.js';
import type { UpsertOutcome } from '../plan-upsert.js';
import { siteKeysOf } from '../site-keys-of.js';
import { type WorkerFields, hasLeft } from '../worker-record.js';
import { KeyTaken } from '../worker.errors.js';
import { writeWorkers } from '../write-workers.js';
import { deactivateMissing } from './deactivate-missing.js';
import { WORKER_ROWS } from './worker-row.js';

export class WorkersImportResult extends ImportResult {
  /** Active workers whom the rows do not name and who were deactivated, with `deactivateMissing`. */
  deactivated: number;
}

/** Workers from a file. */
@Injectable()
export class WorkerImport {
  constructor(
    private readonly imports: ImportRun,
    private readonly changes: DirectoryChanges,
  ) {}

  /** @throws as `ImportRun.run` */
  run(body: RowsBody, query: ImportWorkersQuery): Promise<WorkersImportResult> {
    let tries = 0;
    return this.imports.run(body, query, {
      kind: WORKER_ROWS,
      begin: (tx) => new Writer(tx, this.changes, query, ++tries === 1),
    });
  }
}

class Writer implements ImportWriter<WorkerFields, { deactivated: number }> {
  /** Of a hundred thousand, so not as a set: one that is changed twice is told of twice. */
  private readonly changedIds: string[] = [];
  private readonly addedIds: string[] = [];
  private readonly namedIds = new Set<string>();
  private readonly siteKeys = new Set<string>();
  private readonly leaverIds = new Set<string>();
  /**
   * Where all of the first set are new, the others are taken for new, too, so that a first import of everybody looks
   * nobody up; one who is known has it made again.
   */
  private areNew = false;

  constructor(
    private readonly tx: TenantTransaction,
    private readonly changes: DirectoryChanges,
    private readonly query: ImportWorkersQuery,
    private readonly isFirstTry: boolean,
  ) {}

  async write(rows: readonly WorkerFields[]): Promise<UpsertOutcome[]> {
    const { outcomes, changes } = await writeWorkers(this.tx, rows, { areNew: this.areNew }).catch((error: unknown) => {
      // Taken by an edit that was made since the rows were looked at, or by one who was taken for new.
      throw error instanceof KeyTaken ? new TransactionLost(error.message) : error;
    });
    if (this.isFirstTry && this.changedIds.length + this.addedIds.length === 0)
      this.areNew = outcomes.every(({ outcome }) => outcome === 'created');
    for (const { before, after } of changes) {
      (before === null ? this.addedIds : this.changedIds).push(after.id);
      if (hasLeft(before, after)) this.leaverIds.add(after.id);
      else if (after.active) this.leaverIds.delete(after.id);
      for (const key of siteKeysOf(before === null ? [after] : [before, after])) this.siteKeys.add(key);
    }
    if (this.query.deactivateMissing === true)
      for (const { workerId } of outcomes) if (workerId !== null) this.namedIds.add(workerId);
    return outcomes;
  }

  /** Told once, at the end: who listens keeps the tenant's resolutions waiting from then on. */
  async finish(failed: number): Promise<{ deactivated: number }> {
    // A row that was refused may name anybody, and a file without good rows is no list of who is there.
    const mayDeactivate = this.query.deactivateMissing === true && failed === 0 && this.namedIds.size > 0;
    const missing = mayDeactivate ? await deactivateMissing(this.tx, [...this.namedIds], this.query) : [];
    for (const { id, siteKey } of missing) {
      this.changedIds.push(id);
      this.leaverIds.add(id);
      if (siteKey !== null) this.siteKeys.add(siteKey);
    }
    if (this.changedIds.length + this.addedIds.length > 0) {
      await this.changes.publish(this.tx, {
        workerIds: this.changedIds,
        addedIds: this.addedIds,
        siteKeys: [...this.siteKeys],
        leaverIds: [...this.leaverIds],
      });
    }
    return { deactivated: missing.length };
  }
}
