import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CatalogChanges } from '#catalog';
import { type Transaction, afterCommit } from '#platform/database';
import { JobSender } from '#platform/queue';
import { pauseResolution } from '../resolution/resolution-lock.js';
import { RematchNeeds } from './rematch-needs.job.js';

/** Has the tenant's needs matched again when the published library has changed. The new version of the library is the reminder; the job only wakes. */
@Injectable()
export class RematchWakeups implements OnModuleInit {
  constructor(
    private readonly catalog: CatalogChanges,
    private readonly jobs: JobSender,
  ) {}

  onModuleInit(): void {
    this.catalog.subscribe((tx, tenantId) => this.afterCatalogChange(tx, tenantId));
  }

  /** Once the lock is had, nothing that was matched with the library of before is still to be stored: what is read from now on is all there is. */
  private async afterCatalogChange(tx: Transaction, tenantId: string): Promise<void> {
    await pauseResolution(tx, tenantId);
    afterCommit(tx, () => void this.jobs.send(RematchNeeds, [{ tenantId }]));
  }
}
