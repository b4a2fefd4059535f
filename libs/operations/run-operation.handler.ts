import { Handles, JobHandler, JobSender } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { OperationRunner } from './operation-runner.js';
import { RunOperation, type RunOperationPayload } from './run-operation.job.js';

/** How long an operation runs before others get their turn. */
const TURN_MS = 1_000;

/**
 * Runs steps of an operation for the length of a turn, then the operation moves to the tail of the queue, so that a
 * large one delays a small one only for a turn.
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
    // Outside of the trace of the request, which would continue for as long as there are steps.
    if (more) await continueTrace(undefined, () => this.jobs.send(RunOperation, [payload]));
  }
}
