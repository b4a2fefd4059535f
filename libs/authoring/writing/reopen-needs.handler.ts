import { LockMode } from '@mikro-orm/core';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { Handles, JobHandler, type TenantPayload } from '#platform/queue';
import { Draft } from '../drafts/draft.entity.js';
import { DraftLifecycle } from '../drafts/draft-lifecycle.js';
import { ReopenNeeds } from '../drafts/reopen-needs.job.js';

/**
 * Reopens needs that waited for a draft which has ended: one set a job. Then the tenant goes to the tail of the queue,
 * so that a draft for which thousands waited does not delay others.
 */
@Handles(ReopenNeeds)
export class ReopenNeedsHandler extends JobHandler<TenantPayload> {
  protected readonly job = ReopenNeeds;

  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly lifecycle: DraftLifecycle,
  ) {
    super();
  }

  protected async handle({ tenantId }: TenantPayload): Promise<void> {
    const scope = { tenantId, tenantSlug: '', actor: `job:${ReopenNeeds.queue}` };
    await this.scope.run(scope, () => this.database.inTenant((tx) => this.reopen(tx)));
  }

  private async reopen(tx: TenantTransaction): Promise<void> {
    const draft = await tx.findOne(
      Draft,
      { endedBy: { $ne: null } },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    if (typeof draft?.endedBy === 'string') await this.lifecycle.reopenNext(tx, draft, draft.endedBy);
  }
}
