import { sql } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DirectoryChange, DirectoryChanges } from '#directory';
import { type SqlFragment, type TenantTransaction, afterCommit } from '#platform/database';
import { Replays, Wakeups } from '#signals';
import { Need } from '../need.entity.js';
import { lockResolutionExclusive } from '../resolution-lock.js';
import { TRIED_AGAIN } from './resolution-failures.js';
import { UNRESOLVED_NOW, unresolveNaming, unresolveOf } from './unresolve-of-workers.js';

/**
 * Makes needs unresolved if a change of the directory may change their resolution: an unknown worker was created, a
 * worker has a new credential, or the people of a site changed. Runs in the transaction of the change, so that no need
 * is missed. A need whose resolution failed is retried at once, since the change may have removed the cause. A change
 * of the library affects few needs and is handled in `rematch/`.
 */
@Injectable()
export class Unresolve implements OnModuleInit {
  constructor(
    private readonly directory: DirectoryChanges,
    private readonly replays: Replays,
    private readonly wakeups: Wakeups,
  ) {}

  onModuleInit(): void {
    this.directory.subscribe((tx, change) => this.afterDirectoryChange(tx, change));
    this.replays.subscribe((tx, needId) => this.afterReplay(tx, needId));
  }

  private async afterDirectoryChange(
    tx: TenantTransaction,
    { workerIds, addedIds = [], siteKeys }: DirectoryChange,
  ): Promise<void> {
    await tx.flush();
    await lockResolutionExclusive(tx);
    await unresolveNaming(tx, [...workerIds, ...addedIds]);
    await unresolveOf(tx, workerIds);
    if (siteKeys.length > 0) await tx.execute(unresolveCohorts(tx.tenantId, siteKeys));
    afterCommit(tx, () => this.wakeups.wake([tx.tenantId]));
  }

  /** Replaying a signal retries its need if the resolution of that failed, whatever else the signal changes. */
  private async afterReplay(tx: TenantTransaction, needId: string): Promise<void> {
    await tx.nativeUpdate(Need, { id: needId, resolutionError: { $ne: null }, closedAt: null }, TRIED_AGAIN);
    afterCommit(tx, () => this.wakeups.wake([tx.tenantId]));
  }
}

/** The open cohort needs of these sites. */
function unresolveCohorts(tenantId: string, siteKeys: readonly string[]): SqlFragment {
  return sql`
    update need set ${UNRESOLVED_NOW}
    where tenant_id = ${tenantId} and closed_at is null and audience_kind = 'cohort'
      and site_key = any (select jsonb_array_elements_text(${JSON.stringify(siteKeys)}::jsonb))`;
}
