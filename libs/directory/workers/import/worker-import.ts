import { Injectable } from '@nestjs/common';
import { type Transaction, TransactionLost, sqlArray } from '#platform/database';
import type { RowsBody } from '#platform/http';
import { DirectoryChanges } from '../../directory-changes.js';
import { ImportRun, type ImportWriter } from '../../import/import-run.js';
import { ImportResult } from '../../import/import-tally.js';
import type { ImportWorkersQuery } from '../../import/import.dto.js';
import type { UpsertOutcome } from '../plan-upsert.js';
import { siteKeysOf } from '../site-keys-of.js';
import type { WorkerFields } from '../worker-record.js';
import { KeyTaken } from '../worker.errors.js';
import { writeWorkers } from '../write-workers.js';
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
    return this.imports.run(body, query, {
      kind: WORKER_ROWS,
      begin: (tx, tenantId) => new Writer(tx, tenantId, this.changes, query.deactivateMissing === true),
    });
  }
}

class Writer implements ImportWriter<WorkerFields, { deactivated: number }> {
  private readonly changedIds = new Set<string>();
  private readonly namedIds = new Set<string>();
  private readonly siteKeys = new Set<string>();

  constructor(
    private readonly tx: Transaction,
    private readonly tenantId: string,
    private readonly changes: DirectoryChanges,
    private readonly deactivatesMissing: boolean,
  ) {}

  async write(rows: readonly WorkerFields[]): Promise<UpsertOutcome[]> {
    const { outcomes, changes } = await writeWorkers(this.tx, this.tenantId, rows).catch((error: unknown) => {
      // Taken by an edit that was made since the rows were looked at.
      throw error instanceof KeyTaken ? new TransactionLost(error.message) : error;
    });
    for (const { before, after } of changes) {
      this.changedIds.add(after.id);
      for (const key of siteKeysOf(before === null ? [after] : [before, after])) this.siteKeys.add(key);
    }
    if (this.deactivatesMissing) for (const { workerId } of outcomes) if (workerId !== null) this.namedIds.add(workerId);
    return outcomes;
  }

  /** Told once, at the end: who listens keeps the tenant's resolutions waiting from then on. */
  async finish(failed: number): Promise<{ deactivated: number }> {
    // A row that was refused may name anybody, and a file without good rows is no list of who is there.
    const mayDeactivate = this.deactivatesMissing && failed === 0 && this.namedIds.size > 0;
    const deactivated = mayDeactivate ? await this.deactivateMissing() : 0;
    if (this.changedIds.size > 0) await this.changes.publish(this.tx, { tenantId: this.tenantId, workerIds: [...this.changedIds], siteKeys: [...this.siteKeys] });
    return { deactivated };
  }

  private async deactivateMissing(): Promise<number> {
    const missing = await this.tx.execute<Array<{ id: string; siteKey: string | null }>>(DEACTIVATE_MISSING, [this.tenantId, sqlArray([...this.namedIds])]);
    for (const { id, siteKey } of missing) {
      this.changedIds.add(id);
      if (siteKey !== null) this.siteKeys.add(siteKey);
    }
    return missing.length;
  }
}

const DEACTIVATE_MISSING = `
  update worker set active = false, version = version + 1, updated_at = now()
  where tenant_id = ? and active and not exists (select from unnest(?::uuid[]) as named (id) where named.id = worker.id)
  returning id, (select name_key from site where site.tenant_id = worker.tenant_id and site.id = worker.site_id) as "siteKey"`;
