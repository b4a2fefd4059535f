import { RequestScope } from '#platform/database';
import { Handles, JobHandler, type TenantPayload } from '#platform/queue';
import { Rematch } from './rematch.js';
import { RematchNeeds } from './rematch-needs.job.js';

@Handles(RematchNeeds)
export class RematchNeedsHandler extends JobHandler<TenantPayload> {
  protected readonly job = RematchNeeds;

  constructor(
    private readonly rematch: Rematch,
    private readonly scope: RequestScope,
  ) {
    super();
  }

  protected async handle({ tenantId }: TenantPayload): Promise<void> {
    await this.scope.run({ tenantId, tenantSlug: '', actor: `job:${RematchNeeds.queue}` }, () => this.rematch.run());
  }
}
