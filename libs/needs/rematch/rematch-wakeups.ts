import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CatalogChanges } from '#catalog';
import { afterCommit } from '#platform/database';
import { JobSender } from '#platform/queue';
import { RematchNeeds } from './rematch-needs.job.js';

/**
 * Schedules matching the tenant's needs again after a change of the published library. The new version of the library
 * records that; the job only wakes a worker.
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
