import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';

/**
 * The workers and sites that a change of the directory affects.
 */
export interface DirectoryChange {
  /** Workers that were updated or deleted. */
  readonly workerIds: readonly string[];
  /** Workers that were added: nothing refers to them yet. */
  readonly addedIds?: readonly string[];
  /** Keys of the sites to which these workers come, or from which they go, and of those whose names change. */
  readonly siteKeys: readonly string[];
  /** The updated or deleted workers who leave by this change: deactivated, or deleted. */
  readonly leaverIds?: readonly string[];
}

type Listener = (tx: TenantTransaction, change: DirectoryChange) => Promise<void>;

/**
 * Notifies other libraries of changes of the directory, which does not depend on them. Listeners run in the transaction
 * of the change: both are committed, or neither is.
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
