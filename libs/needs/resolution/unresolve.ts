import { sql } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DirectoryChange, DirectoryChanges } from '#directory';
import { type SqlFragment, type TenantTransaction, afterCommit } from '#platform/database';
import { Replays, Wakeups } from '#signals';
import { Need } from '../need.entity.js';
import { pauseResolution } from '../resolution-lock.js';
import { TRIED_AGAIN } from './set-aside.js';
import { UNRESOLVED_NOW, unresolveNaming, unresolveOf } from './unresolve-of-workers.js';

/**
 * Puts needs back among the unresolved when what they were resolved by has changed: a worker who was unknown is there,
 * or holds a credential that may answer them, a site's people are others. In the transaction of the change, so that
 * none is forgotten. One whose resolution failed is tried again at once: what has changed may be what was wrong. A
 * change of the library concerns few needs of many, see `rematch/`.
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
    await pauseResolution(tx);
    await unresolveNaming(tx, [...workerIds, ...addedIds]);
    await unresolveOf(tx, workerIds);
    if (siteKeys.length > 0) await tx.execute(unresolveCohorts(tx.tenantId, siteKeys));
    afterCommit(tx, () => this.wakeups.wake([tx.tenantId]));
  }

  /**
   * Who replays a signal wants its need resolved: one that could not be is tried again, whatever else the signal says.
   */
  private async afterReplay(tx: TenantTransaction, needId: string): Promise<void> {
    await tx.nativeUpdate(Need, { id: needId, resolutionError: { $ne: null }, closedAt: null }, TRIED_AGAIN);
    afterCommit(tx, () => this.wakeups.wake([tx.tenantId]));
  }
}

/** The open needs of the cohorts of these sites. */
function unresolveCohorts(tenantId: string, siteKeys: readonly string[]): SqlFragment {
  return sql`
    update need set ${UNRESOLVED_NOW}
    where tenant_id = ${tenantId} and closed_at is null and audience_kind = 'cohort'
      and site_key = any (select jsonb_array_elements_text(${JSON.stringify(siteKeys)}::jsonb))`;
}
