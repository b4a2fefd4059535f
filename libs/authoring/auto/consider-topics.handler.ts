import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender, type TenantPayload } from '#platform/queue';
import { ConsiderTopics } from '../marks/consider-topics.job.js';
import { AutoAuthor } from './auto-author.js';

/** One set of marks a job, then the tenant goes to the tail of the queue. */
@Handles(ConsiderTopics)
export class ConsiderTopicsHandler extends JobHandler<TenantPayload> {
  protected readonly job = ConsiderTopics;

  constructor(
    private readonly autoAuthor: AutoAuthor,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {
    super();
  }

  protected async handle({ tenantId }: TenantPayload): Promise<void> {
    const scope = { tenantId, tenantSlug: '', actor: `job:${ConsiderTopics.queue}` };
    const more = await this.scope.run(scope, () => this.autoAuthor.run());
    if (more) await this.jobs.send(ConsiderTopics, [{ tenantId }]);
  }
}
