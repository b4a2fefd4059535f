import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, sqlArray } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { JobSender } from '#platform/queue';
import { RunOperation, type RunOperationPayload } from './run-operation.job.js';

const EVERY_MS = 5_000;
const TENANTS_PER_READ = 500;

/**
 * Sends the jobs of operations that no worker runs: the job was lost with a flushed Redis or a killed process, or the
 * queue has given it up. An operation that was touched within five seconds still has its job.
 */
@Injectable()
export class OperationSweep extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobSender,
  ) {
    super('the sweep of operations', EVERY_MS);
  }

  protected override async run(): Promise<number> {
    const tenants = await this.database.asOperator((tx) => tx.execute<Array<{ id: string }>>('select id from tenant'));
    for (let start = 0; start < tenants.length; start += TENANTS_PER_READ) {
      const waiting = await this.waitingOf(tenants.slice(start, start + TENANTS_PER_READ).map(({ id }) => id));
      if (waiting.length > 0) await this.jobs.send(RunOperation, waiting);
    }
    return EVERY_MS;
  }

  private waitingOf(tenantIds: readonly string[]): Promise<RunOperationPayload[]> {
    return this.database.inTenants(tenantIds, (tx) =>
      tx.execute<RunOperationPayload[]>(
        sql`select operation.tenant_id as "tenantId", operation.id as "operationId" from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id)
            join operation on operation.tenant_id = given.id and status in ('queued', 'running', 'undoing')
              and touched_at < now() - interval '5 seconds'`,
      ),
    );
  }
}
