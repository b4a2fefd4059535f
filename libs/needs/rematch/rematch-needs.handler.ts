import { RequestScope } from '#platform/database';
import { Handles, JobHandler } from '#platform/queue';
import { Rematch } from './rematch.js';
import { RematchNeeds } from './rematch-needs.job.js';

@Handles(RematchNeeds)
export class RematchNeedsHandler extends JobHandler<{ tenantId: string }> {
  protected readonly job = RematchNeeds;

  constructor(
    private readonly rematch: Rematch,
    private readonly scope: RequestScope,
  ) {
    super();
  }

  protected async handle({ tenantId }: { tenantId: string }): Promise<void> {
    await this.scope.run({ tenantId, tenantSlug: '', actor: `job:${RematchNeeds.queue}` }, () => this.rematch.run());
  }
}
