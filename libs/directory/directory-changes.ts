import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';

/**
 * What a change of the directory may concern: the workers written who were known, and the keys of the sites they were
 * or now are at.
 */
export interface DirectoryChange {
  readonly workerIds: readonly string[];
  /** Those written who are new: nothing of the engine's is theirs yet. */
  readonly addedIds?: readonly string[];
  readonly siteKeys: readonly string[];
  /** Those of the workers who have left by this change: deactivated, or deleted. */
  readonly leaverIds?: readonly string[];
}

type Listener = (tx: TenantTransaction, change: DirectoryChange) => Promise<void>;

/**
 * Where later parts of the story hear that the directory learnt something, without the directory knowing of them.
 * Listeners run in the transaction of the change: either both are kept or neither.
 */
@Injectable()
export class DirectoryChanges {
  private readonly listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  async publish(tx: TenantTransaction, change: DirectoryChange): Promise<void> {
    for (const listener of this.listeners) await listener(tx, change);
  }
}
