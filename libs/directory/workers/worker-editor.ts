import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { demandValid, mergeWorker } from './worker-record.js';
import { type WorkerRow, readWorker, recordOf, workerView } from './worker-rows.js';
import { WorkerWriter } from './worker-writer.js';
import type { ChangeWorkerBody, CreateWorkerBody } from './worker.dto.js';
import type { WorkerView } from './worker.view.js';

/** Creates and changes single workers. */
@Injectable()
export class WorkerEditor {
  constructor(
    private readonly database: Database,
    private readonly writer: WorkerWriter,
  ) {}

  /** @throws Invalid, KeyTaken */
  create(body: CreateWorkerBody): Promise<WorkerView> {
    return this.database.inTenant(async (tx) =>
      workerView(await this.writer.write(tx, null, demandValid(mergeWorker(null, body, ids.next())))),
    );
  }

  /**
   * Changes the fields in the body. A body that changes nothing leaves the version unchanged.
   * @throws NotFound, Stale, Invalid, KeyTaken
   */
  change(id: string, body: ChangeWorkerBody, ifMatch: string | null): Promise<WorkerView> {
    return this.database.inTenant(async (tx) => {
      const row = await locked(tx, id, ifMatch);
      const before = recordOf(row);
      const after = demandValid(mergeWorker(before, body, id));
      return workerView(await this.writer.write(tx, before, after));
    });
  }
}

/** @throws NotFound, Stale */
async function locked(tx: TenantTransaction, id: string, ifMatch: string | null): Promise<WorkerRow> {
  const row = await readWorker(tx, id, { lock: true });
  if (row === null) throw new NotFound('worker');
  demandVersion(ifMatch, row.version);
  return row;
}
