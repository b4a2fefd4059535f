import { RequestScope } from '#platform/database';
import { Handles, JobHandler, JobSender, type TenantPayload } from '#platform/queue';
import { JudgeTopics } from './judge-topics.job.js';
import { Judging } from './judging.js';

/** One call of the model a job, then the tenant goes to the tail of the queue. */
@Handles(JudgeTopics)
export class JudgeTopicsHandler extends JobHandler<TenantPayload> {
  protected readonly job = JudgeTopics;

  constructor(
    private readonly judging: Judging,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {
    super();
  }

  protected async handle({ tenantId }: TenantPayload): Promise<void> {
    const scope = { tenantId, tenantSlug: '', actor: `job:${JudgeTopics.queue}` };
    const more = await this.scope.run(scope, () => this.judging.run());
    if (more) await this.jobs.send(JudgeTopics, [{ tenantId }]);
  }
}
