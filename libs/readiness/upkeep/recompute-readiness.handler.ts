import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender, type TenantPayload } from '#platform/queue';
import { Recompute } from './recompute.js';
import { RecomputeReadiness } from '../marks/recompute-readiness.job.js';

/** One set a job, then the tenant goes to the tail of the queue: a tenant with many marks delays nobody else. */
@Handles(RecomputeReadiness)
export class RecomputeReadinessHandler extends JobHandler<TenantPayload> {
  protected readonly job = RecomputeReadiness;

  constructor(
    private readonly recompute: Recompute,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {
    super();
  }

  protected async handle({ tenantId }: TenantPayload): Promise<void> {
    const scope = { tenantId, tenantSlug: '', actor: `job:${RecomputeReadiness.queue}` };
    const more = await this.scope.run(scope, () => this.recompute.run());
    if (more) await this.jobs.send(RecomputeReadiness, [{ tenantId }]);
  }
}
