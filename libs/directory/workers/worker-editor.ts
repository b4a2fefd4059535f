import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '#tenancy';
import { DirectoryChanges } from '../directory-changes.js';
import { siteKeysOf } from './site-keys-of.js';
import { demandValid, isSame, mergeWorker } from './worker-record.js';
import { type WorkerRow, readWorker, recordOf, workerView } from './worker-rows.js';
import { Worker } from './worker.entity.js';
import { WorkerWriter } from './worker-writer.js';
import type { ChangeWorkerBody, CreateWorkerBody } from './worker.dto.js';
import type { WorkerView } from './worker.view.js';

/** Creates, changes and deletes single workers. */
@Injectable()
export class WorkerEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly writer: WorkerWriter,
    private readonly changes: DirectoryChanges,
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
      return workerView(isSame(before, after) ? row : await this.writer.write(tx, before, after));
    });
  }

  /**
   * Deletes the worker with its memberships, credentials and onboarding steps. Listeners remove it from needs.
   * @throws NotFound, Stale
   */
  async remove(id: string, ifMatch: string | null): Promise<void> {
    const { actor } = this.scope.tenant;
    await this.database.inTenant(async (tx) => {
      const { id: _id, ...before } = recordOf(await locked(tx, id, ifMatch));
      for (const table of ['worker_group_member', 'credential', 'onboarding_step', 'scim_user'])
        await tx.execute(sql`delete from ${sql.ref(table)} where tenant_id = ${tx.tenantId} and worker_id = ${id}`);
      await tx.nativeDelete(Worker, { id });
      audit(tx, { actor, action: 'worker.deleted', subject: { kind: 'worker', id }, before });
      await this.changes.publish(tx, { workerIds: [id], siteKeys: siteKeysOf([before]), leaverIds: [id] });
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
