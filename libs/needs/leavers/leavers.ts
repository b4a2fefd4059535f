import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DirectoryChange, DirectoryChanges } from '#directory';
import { RequestScope, type TenantTransaction, ids } from '#platform/database';
import { audit } from '#tenancy';
import { NeedChanges } from '../need-changes.js';
import { lockResolutionExclusive } from '../resolution-lock.js';
import { closeForLeavers } from './close-for-leavers.js';

/** Closes everything for people who leave, in the transaction in which the directory records it. */
@Injectable()
export class Leavers implements OnModuleInit {
  constructor(
    private readonly directory: DirectoryChanges,
    private readonly scope: RequestScope,
    private readonly changes: NeedChanges,
  ) {}

  onModuleInit(): void {
    this.directory.subscribe((tx, change) => this.afterDirectoryChange(tx, change));
  }

  /** The audit log has one entry for all of them, besides that of each changed need. */
  private async afterDirectoryChange(tx: TenantTransaction, { leaverIds = [] }: DirectoryChange): Promise<void> {
    const [first, ...others] = leaverIds;
    if (first === undefined) return;
    const { actor } = this.scope.tenant;
    await tx.flush();
    // A running resolution may have read them as active.
    await lockResolutionExclusive(tx);
    const { counts, needIds } = await closeForLeavers(tx, leaverIds, actor);
    await this.changes.publish(tx, { needIds, workerIds: leaverIds });
    if (Object.values(counts).every((count) => count === 0)) return;
    const subject = others.length === 0 ? { kind: 'worker', id: first } : { kind: 'leavers', id: ids.next() };
    audit(tx, {
      actor,
      action: others.length === 0 ? 'worker.left' : 'workers.left',
      subject,
      after: { workers: leaverIds.length, ...counts },
    });
  }
}
