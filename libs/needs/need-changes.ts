import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';

/** Needs of one tenant whose state a transaction changed: status, audience, recommendation or due date. */
export interface NeedChange {
  /** UUIDs. */
  readonly needIds: readonly string[];
}

type Listener = (tx: TenantTransaction, change: NeedChange) => Promise<void>;

/**
 * Publishes changes of needs to libraries that depend on this one. Listeners run in the transaction of the change, after
 * it: both commit, or neither.
 *
 * Recording a signal publishes nothing, which keeps listeners out of the hot path. A need that a signal creates, or
 * changes while it is open, becomes unresolved, and is published when its resolution is stored. A need that its source
 * closes (`data.action: "resolve"`) is not published.
 *
 * A person whom a need no longer reaches has changed in the directory, which publishes that itself.
 *
 * Offers, bulk moves and their undoing, completions and leavers do not publish yet: a listener that needs all changes has
 * to wait for that.
 */
@Injectable()
export class NeedChanges {
  private readonly listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  async publish(tx: TenantTransaction, change: NeedChange): Promise<void> {
    if (change.needIds.length === 0) return;
    for (const listener of this.listeners) await listener(tx, change);
  }
}
