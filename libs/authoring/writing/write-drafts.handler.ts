import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender, type TenantPayload } from '#platform/queue';
import { WriteDrafts } from '../writers/write-drafts.job.js';
import { DraftWork } from './draft-work.js';

/** One step a job, or a few at a time where a model writes, then the tenant goes to the tail of the queue: a tenant with many drafts delays nobody else. */
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
