import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type PendingRows, PendingTenants, pagesOfTenants, sqlArray } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender } from '#platform/queue';
import { RunOperation, type RunOperationPayload } from './run-operation.job.js';

const EVERY_MS = 5_000;

const UNTOUCHED: PendingRows = {
  table: sql`operation`,
  where: sql`status in ('queued', 'running', 'undoing') and touched_at < now() - interval '5 seconds'`,
};

/**
 * Sends the jobs of operations that no worker runs: the job was lost with a flushed Redis or a killed process, or the
 * queue has exhausted its attempts. An operation whose last step is at most five seconds old still has its job.
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
    const waiting: RunOperationPayload[] = [];
    for (const tenantIds of pagesOfTenants(await this.pending.find(UNTOUCHED)))
      waiting.push(...(await this.waitingOf(tenantIds)));
    await this.jobs.sendAgain(RunOperation, waiting);
    return EVERY_MS;
  }

  private waitingOf(tenantIds: readonly string[]): Promise<RunOperationPayload[]> {
    return this.database.inTenants(tenantIds, (tx) =>
      tx.execute<RunOperationPayload[]>(
        sql`select operation.tenant_id as "tenantId", operation.id as "operationId"
          from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id)
            join operation on operation.tenant_id = given.id and ${UNTOUCHED.where}`,
      ),
    );
  }
}
