import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender, type TenantPayload } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { ResolveNeeds } from '#signals';
import { CompletionSignals } from '../completions/completion-signals.js';
import { SnoozedNeeds } from '../lifecycle/snoozed-needs.js';
import { RESOLVER } from './recommendation-changes.js';
import { Resolution } from './resolution.js';

/**
 * A job resolves one set, then the tenant moves to the tail of the queue, so that a tenant with a large backlog
 * delays nobody else. Snoozed needs that are due wake first, and are then among those to resolve. Completions are applied
 * when no need waits any more that they may close.
 */
@Handles(ResolveNeeds)
export class ResolveNeedsHandler extends JobHandler<TenantPayload> {
  protected readonly job = ResolveNeeds;

  constructor(
    private readonly resolution: Resolution,
    private readonly snoozed: SnoozedNeeds,
    private readonly completions: CompletionSignals,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {
    super();
  }

  protected async handle({ tenantId }: TenantPayload): Promise<void> {
    const scope = { tenantId, tenantSlug: '', actor: RESOLVER };
    const more = await this.scope.run(scope, async () => {
      const moreSnoozed = await this.snoozed.wakeSet();
      return (await this.resolution.resolveSet()) || (await this.completions.applySet()) || moreSnoozed;
    });
    // Outside of the trace that woke this job, which would continue for as long as there is a backlog.
    if (more) await continueTrace(undefined, () => this.jobs.send(ResolveNeeds, [{ tenantId }]));
  }
}
