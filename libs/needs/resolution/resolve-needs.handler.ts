import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender, type TenantPayload, TenantSets } from '#platform/queue';
import { continueTrace } from '#platform/telemetry';
import { ResolveNeeds } from '#signals';
import { CompletionSignals } from '../completions/completion-signals.js';
import { SnoozedNeeds } from '../lifecycle/snoozed-needs.js';
import { RESOLVER } from './recommendation-changes.js';
import { Resolution, type ResolvedTenant } from './resolution.js';

/**
 * Two sets, so that one uses the processor while the other waits for PostgreSQL. With more tenants in a set, the policies
 * of row level security would take longer to compare than the statements that are saved.
 */
const SETS = { lanes: 2, tenants: 32 } as const;

/**
 * A job resolves one set, which it may share with the jobs of other tenants; then the tenant moves to the tail of the
 * queue, so that a tenant with a large backlog delays nobody else. Snoozed needs that are due wake, and are then among
 * those to resolve. Completions are applied when no need waits any more that they may close.
 */
@Handles(ResolveNeeds)
export class ResolveNeedsHandler extends JobHandler<TenantPayload> {
  protected readonly job = ResolveNeeds;
  private readonly sets: TenantSets<ResolvedTenant>;

  constructor(
    resolution: Resolution,
    private readonly snoozed: SnoozedNeeds,
    private readonly completions: CompletionSignals,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {
    super();
    this.sets = new TenantSets(SETS, (tenantIds) => resolution.resolveSet(tenantIds));
  }

  protected async handle({ tenantId }: TenantPayload): Promise<void> {
    const scope = { tenantId, tenantSlug: '', actor: RESOLVER };
    const more = await this.scope.run(scope, async () => {
      const { hasMore, hasSnoozed, hasCompletions } = await this.sets.join(tenantId);
      if (hasSnoozed) await this.snoozed.wakeSet();
      return hasMore || hasSnoozed || (hasCompletions && (await this.completions.applySet()));
    });
    // Outside of the trace that woke this job, which would continue for as long as there is a backlog.
    if (more) await continueTrace(undefined, () => this.jobs.send(ResolveNeeds, [{ tenantId }]));
  }
}
