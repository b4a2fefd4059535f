import { Injectable } from '@nestjs/common';
import { RequestScope, type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import { withPresentSites } from '../sites/site-names.js';
import { sitesOfMoves } from './sites-of-moves.js';
import { storeWorkers } from './store-workers.js';
import { type WorkerRecord, differences, hasLeft, isSame } from './worker-record.js';
import { type WorkerRow, readWorker } from './worker-rows.js';

/** Stores one worker, writes the audit log, and publishes the change. */
@Injectable()
export class WorkerWriter {
  constructor(
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /** A worker who is the same stays unchanged. @param before null: the worker is new. @throws KeyTaken */
  async write(tx: TenantTransaction, before: WorkerRecord | null, wanted: WorkerRecord): Promise<WorkerRow> {
    const [after = wanted] = await withPresentSites(tx, [wanted]);
    // Compared by the present name of the site, which may have been named by an alias.
    if (before === null || !isSame(before, after)) await this.store(tx, before, after);
    const row = await readWorker(tx, after.id);
    if (row === null) throw new NotFound('worker');
    return row;
  }

  private async store(tx: TenantTransaction, before: WorkerRecord | null, after: WorkerRecord): Promise<void> {
    const { actor } = this.scope.tenant;
    await storeWorkers(tx, [{ before, after }]);
    const { id, ...created } = after;
    const subject = { kind: 'worker', id };
    if (before === null) audit(tx, { actor, action: 'worker.created', subject, after: created });
    else
      audit(tx, {
        actor,
        action: 'worker.changed',
        subject,
        before: differences(before, after),
        after: differences(after, before),
      });
    await this.changes.publish(tx, {
      ...(before === null ? { workerIds: [], addedIds: [id] } : { workerIds: [id] }),
      siteKeys: sitesOfMoves([{ before, after }]),
      leaverIds: hasLeft(before, after) ? [id] : [],
    });
  }
}
