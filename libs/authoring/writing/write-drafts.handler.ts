import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender, type TenantPayload } from '#platform/queue';
import { WriteDrafts } from '../writers/write-drafts.job.js';
import { DraftWork } from './draft-work.js';

/**
 * Writes one step for each job, or a few at a time if a model writes. Then the tenant goes to the tail of the queue, so
 * that a tenant with many drafts does not delay others.
 */
@Handles(WriteDrafts)
export class WriteDraftsHandler extends JobHandler<TenantPayload> {
  protected readonly job = WriteDrafts;

  constructor(
    private readonly work: DraftWork,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {
    super();
  }

  protected async handle({ tenantId }: TenantPayload): Promise<void> {
    const scope = { tenantId, tenantSlug: '', actor: `job:${WriteDrafts.queue}` };
    const more = await this.scope.run(scope, () => this.work.runSteps());
    if (more) await this.jobs.send(WriteDrafts, [{ tenantId }]);
  }
}
