import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type PendingRows, PendingTenants } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender, tenantPayloads } from '#platform/queue';
import { activeAmong } from '#tenancy';
import { RunOperation } from './run-operation.job.js';

const EVERY_MS = 5_000;

const UNTOUCHED: PendingRows = {
  table: sql`operation`,
  where: sql`status in ('queued', 'running', 'undoing') and touched_at < now() - interval '5 seconds'`,
};

/**
 * Sends the jobs of tenants with operations that no worker runs: the job was lost with a flushed Redis or a killed
 * process, the queue has exhausted its attempts, or the tenant was suspended. A tenant whose last step is at most five
 * seconds old still has its job.
 */
@Injectable()
export class OperationSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
    private readonly jobs: JobSender,
  ) {
    super('the sweep of operations', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    const untouched = await this.pending.find(UNTOUCHED);
    await this.jobs.sendAgain(RunOperation, tenantPayloads(await activeAmong(this.database, untouched)));
    return EVERY_MS;
  }
}
