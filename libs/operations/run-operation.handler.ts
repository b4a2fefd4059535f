import { Handles, JobHandler, JobSender } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { OperationRunner } from './operation-runner.js';
import { RunOperation, type RunOperationPayload } from './run-operation.job.js';

/** How long an operation has its turn, as long as others wait. */
const TURN_MS = 1_000;

/**
 * Steps of an operation for its turn, then it goes to the tail of the queue: a large one delays a small one no longer
 * than that.
 */
@Handles(RunOperation)
export class RunOperationHandler extends JobHandler<RunOperationPayload> {
  protected readonly job = RunOperation;

  constructor(
    private readonly runner: OperationRunner,
    private readonly jobs: JobSender,
  ) {
    super();
  }

  protected async handle(payload: RunOperationPayload): Promise<void> {
    const ends = performance.now() + TURN_MS;
    let more = await this.runner.runStep(payload);
    while (more && performance.now() < ends) more = await this.runner.runStep(payload);
    // Outside of the trace of the request that began it, which would go on for as long as there are steps.
    if (more) await continueTrace(undefined, () => this.jobs.send(RunOperation, [payload]));
  }
}
