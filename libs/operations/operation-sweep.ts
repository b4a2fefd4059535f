import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type PendingRows, PendingTenants } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, tenantPayloads } from '#platform/queue';
import { RunOperation } from './run-operation.job.js';

const EVERY_MS = 5_000;

const UNTOUCHED: PendingRows = {
  table: sql`operation`,
  where: sql`status in ('queued', 'running', 'undoing') and touched_at < now() - interval '5 seconds'`,
};

/**
 * Sends the jobs of tenants with operations that no worker runs: the job was lost with a flushed Redis or a killed
 * process, or the queue has exhausted its attempts. A tenant whose last step is at most five seconds old still has its
 * job.
 */
@Injectable()
export class OperationSweep extends PeriodicTask {
  constructor(
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
  ) {
    super('the sweep of operations', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    await this.jobs.sendAgain(RunOperation, tenantPayloads(await this.pending.find(UNTOUCHED)));
    return EVERY_MS;
  }
}
