import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { ResolveNeeds } from '#signals';
import { RESOLVER } from './recommendation-changes.js';
import { Resolution } from './resolution.js';

/** One set a job, then the tenant goes to the tail of the queue: a tenant with a large backlog delays nobody else. */
@Handles(ResolveNeeds)
export class ResolveNeedsHandler extends JobHandler<{ tenantId: string }> {
  protected readonly job = ResolveNeeds;

  constructor(
    private readonly resolution: Resolution,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {
    super();
  }

  protected async handle({ tenantId }: { tenantId: string }): Promise<void> {
    const scope = { tenantId, tenantSlug: '', actor: RESOLVER };
    const more = await this.scope.run(scope, () => this.resolution.resolveSet());
    // Outside of the trace that woke this job, which would go on for as long as there is a backlog.
    if (more) await continueTrace(undefined, () => this.jobs.send(ResolveNeeds, [{ tenantId }]));
  }
}
