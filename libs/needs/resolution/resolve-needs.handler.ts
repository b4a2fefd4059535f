import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { ResolveNeeds } from '#signals';
import { CompletionSignals } from '../completions/completion-signals.js';
import { RESOLVER } from './recommendation-changes.js';
import { Resolution } from './resolution.js';

/**
 * One set a job, then the tenant goes to the tail of the queue: a tenant with a large backlog delays nobody else.
 * Completions have their turn when no need waits any more that they may answer.
 */
@Handles(ResolveNeeds)
export class ResolveNeedsHandler extends JobHandler<{ tenantId: string }> {
  protected readonly job = ResolveNeeds;

  constructor(
    private readonly resolution: Resolution,
    private readonly completions: CompletionSignals,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {
    super();
  }

  protected async handle({ tenantId }: { tenantId: string }): Promise<void> {
    const scope = { tenantId, tenantSlug: '', actor: RESOLVER };
    const more = await this.scope.run(
      scope,
      async () => (await this.resolution.resolveSet()) || this.completions.applySet(),
    );
    // Outside of the trace that woke this job, which would go on for as long as there is a backlog.
    if (more) await continueTrace(undefined, () => this.jobs.send(ResolveNeeds, [{ tenantId }]));
  }
}
