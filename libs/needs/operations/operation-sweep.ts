import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, sqlArray } from '#platform/database';
import { JobSender } from '#platform/queue';
import { RunOperation, type RunOperationPayload } from './run-operation.job.js';

const EVERY_MS = 5_000;
const TENANTS_PER_READ = 500;

/**
 * Sends the jobs of operations that nobody works on: lost with a flushed Redis or a killed process, or given up by the queue. One that
 * was touched a moment ago is on its way.
 */
@Injectable()
export class OperationSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(OperationSweep.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobSender,
  ) {}

  onApplicationBootstrap(): void {
    this.runAgainIn(0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    const tenants = await this.database.asOperator([], (tx) => tx.execute<Array<{ id: string }>>('select id from tenant'));
    for (let start = 0; start < tenants.length; start += TENANTS_PER_READ) {
      const waiting = await this.waitingOf(tenants.slice(start, start + TENANTS_PER_READ).map(({ id }) => id));
      if (waiting.length > 0) await this.jobs.send(RunOperation, waiting);
    }
  }

  private waitingOf(tenantIds: readonly string[]): Promise<RunOperationPayload[]> {
    return this.database.inTenants(tenantIds, (tx) =>
      tx.execute<RunOperationPayload[]>(
        `select operation.tenant_id as "tenantId", operation.id as "operationId" from unnest(?::uuid[]) as given (id)
         join operation on operation.tenant_id = given.id and status in ('queued', 'running', 'undoing') and touched_at < now() - interval '5 seconds'`,
        [sqlArray(tenantIds)],
      ),
    );
  }

  private runAgainIn(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.runOnce();
    }, milliseconds);
  }

  private async runOnce(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.log.warn(`the sweep of operations failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.runAgainIn(EVERY_MS);
  }
}
