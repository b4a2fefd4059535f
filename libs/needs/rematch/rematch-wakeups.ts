import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CatalogChanges } from '#catalog';
import { afterCommit } from '#platform/database';
import { JobSender } from '#platform/queue';
import { RematchNeeds } from './rematch-needs.job.js';

/**
 * Has the tenant's needs matched again when the published library has changed. The new version of the library is the
 * reminder; the job only wakes.
 */
@Injectable()
export class RematchWakeups implements OnModuleInit {
  constructor(
    private readonly catalog: CatalogChanges,
    private readonly jobs: JobSender,
  ) {}

  onModuleInit(): void {
    this.catalog.subscribe((tx) => {
      afterCommit(tx, () => void this.jobs.send(RematchNeeds, [{ tenantId: tx.tenantId }]));
      return Promise.resolve();
    });
  }
}
