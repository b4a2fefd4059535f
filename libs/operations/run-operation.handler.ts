import { LockedOut } from '#platform/database';
import { Handles, JobHandler, JobSender, type TenantPayload } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { OperationRunner } from './operation-runner.js';
import { RunOperation } from './run-operation.job.js';
import { RunningSteps } from './running-steps.js';

/** How long the operations of a tenant run before those of others get their turn. */
const TURN_MS = 1_000;

/**
 * Runs steps of a tenant's operations for the length of a turn, then the tenant moves to the tail of the queue. In each
 * turn another operation of the tenant is first, so that a large one delays a small one only for a turn.
 */
@Handles(RunOperation)
export class RunOperationHandler extends JobHandler<TenantPayload> {
  protected readonly job = RunOperation;

  constructor(
    private readonly runner: OperationRunner,
    private readonly jobs: JobSender,
    private readonly running: RunningSteps,
  ) {
    super();
  }

  protected async handle({ tenantId }: TenantPayload): Promise<void> {
    try {
      const hasMore = await this.running.during(() => this.takeTurn(tenantId));
      // Outside of the trace of the request, which would continue for as long as there are steps.
      if (hasMore) await continueTrace(undefined, () => this.jobs.send(RunOperation, [{ tenantId }]));
    } catch (error) {
      // The sweep sends the job again.
      if (!(error instanceof LockedOut)) throw error;
    }
  }

  /** @returns whether steps may remain */
  private async takeTurn(tenantId: string): Promise<boolean> {
    const ends = performance.now() + TURN_MS;
    while (performance.now() < ends) {
      const operationId = await this.runner.take(tenantId);
      if (operationId === null) return false;
      while ((await this.runner.runStep(tenantId, operationId)) && performance.now() < ends);
    }
    return true;
  }
}
