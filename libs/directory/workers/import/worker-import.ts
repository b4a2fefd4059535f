import { Injectable } from '@nestjs/common';
import { RequestScope, type TenantTransaction, TransactionLost } from '#platform/database';
import type { RowsBody } from '#platform/http';
import { DirectoryChanges } from '../../directory-changes.js';
import { ImportRun, type ImportWriter } from '../../import/import-run.js';
import { ImportResult } from '../../import/import-tally.js';
import type { ImportWorkersQuery } from '../../import/import.dto.js';
import type { UpsertResult } from '../plan-upsert.js';
import { sitesOfMoves } from '../sites-of-moves.js';
import { type WorkerFields, hasLeft } from '../worker-record.js';
import { KeyTaken } from '../worker.errors.js';
import { writeWorkers } from '../write-workers.js';
import { auditDeactivated, auditImported } from './audit-imported.js';
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
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /** @throws as `ImportRun.run` */
  run(body: RowsBody, query: ImportWorkersQuery): Promise<WorkersImportResult> {
    const { actor } = this.scope.tenant;
    let tries = 0;
    return this.imports.run(body, query, {
      schema: WORKER_ROWS,
      begin: (tx) => new Writer(tx, this.changes, { ...query, actor, isFirstTry: ++tries === 1 }),
    });
  }
}

class Writer implements ImportWriter<WorkerFields, { deactivated: number }> {
  /** Up to hundreds of thousands, hence no Set: a worker who changes twice is listed twice. */
  private readonly changedIds: string[] = [];
  private readonly addedIds: string[] = [];
  private readonly namedIds = new Set<string>();
  private readonly siteKeys = new Set<string>();
  private readonly leaverIds = new Set<string>();
  /**
   * If all workers of the first set are new, the import assumes that the others are new, too, and does not look them
   * up. If one of them exists, the import is repeated without the assumption.
   */
  private assumeNew = false;

  constructor(
    private readonly tx: TenantTransaction,
    private readonly changes: DirectoryChanges,
    private readonly options: ImportWorkersQuery & { readonly actor: string; readonly isFirstTry: boolean },
  ) {}

  async write(rows: readonly WorkerFields[]): Promise<UpsertResult[]> {
    const { results, changes } = await writeWorkers(this.tx, rows, { assumeNew: this.assumeNew }).catch(
      (error: unknown) => {
        // The key was taken by a concurrent edit, or belongs to a worker whom the import assumed to be new.
        throw error instanceof KeyTaken ? new TransactionLost(error.message) : error;
      },
    );
    if (this.options.isFirstTry && this.changedIds.length + this.addedIds.length === 0)
      this.assumeNew = results.every(({ outcome }) => outcome === 'created');
    await auditImported(this.tx, changes, this.options.actor);
    for (const { before, after } of changes) {
      (before === null ? this.addedIds : this.changedIds).push(after.id);
      if (hasLeft(before, after)) this.leaverIds.add(after.id);
      else if (after.active) this.leaverIds.delete(after.id);
    }
    for (const key of sitesOfMoves(changes)) this.siteKeys.add(key);
    if (this.options.deactivateMissing === true)
      for (const { workerId } of results) if (workerId !== null) this.namedIds.add(workerId);
    return results;
  }

  /** Publishes once, at the end, because the listeners take an exclusive lock on the tenant's resolutions. */
  async finish(failed: number): Promise<{ deactivated: number }> {
    // A refused row may name any worker, and a file without valid rows is not a list of all workers.
    const mayDeactivate = this.options.deactivateMissing === true && failed === 0 && this.namedIds.size > 0;
    const missing = mayDeactivate ? await deactivateMissing(this.tx, [...this.namedIds], this.options) : [];
    await auditDeactivated(
      this.tx,
      missing.map(({ id }) => id),
      this.options.actor,
    );
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
