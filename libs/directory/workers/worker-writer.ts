import { Injectable } from '@nestjs/common';
import { RequestScope, type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import { withPresentSites } from '../sites/site-names.js';
import { siteKeysOf } from './site-keys-of.js';
import { storeWorkers } from './store-workers.js';
import { type WorkerRecord, differences, hasLeft } from './worker-record.js';
import { type WorkerRow, readWorker } from './worker-rows.js';

/** Stores one worker, writes the audit log, and publishes the change. */
@Injectable()
export class WorkerWriter {
  constructor(
    private readonly scope: RequestScope,
    private readonly changes: DirectoryChanges,
  ) {}

  /** @param before null: the worker is new. @throws KeyTaken */
  async write(tx: TenantTransaction, before: WorkerRecord | null, wanted: WorkerRecord): Promise<WorkerRow> {
    const { actor } = this.scope.tenant;
    const [after = wanted] = await withPresentSites(tx, [wanted]);
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
      siteKeys: siteKeysOf(before === null ? [after] : [before, after]),
      leaverIds: hasLeft(before, after) ? [id] : [],
    });
    const row = await readWorker(tx, id);
    if (row === null) throw new NotFound('worker');
    return row;
  }
}
