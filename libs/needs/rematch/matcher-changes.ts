import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';

type MatcherListener = (tx: TenantTransaction) => Promise<void>;

/**
 * Publishes that the needs of a tenant are matched with the matcher of another release to libraries that store which
 * topics are the same. Listeners run in the transaction that stores the version of the matcher.
 */
@Injectable()
export class MatcherChanges {
  private readonly listeners: MatcherListener[] = [];

  /** Called while modules are initialized. */
  subscribe(listener: MatcherListener): void {
    this.listeners.push(listener);
  }

  async publish(tx: TenantTransaction): Promise<void> {
    for (const listener of this.listeners) await listener(tx);
  }
}
