import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#platform/database';

/** The channel that notifies every process of a changed signal map. The payload is the tenant's id. */
export const SIGNAL_MAP_CHANGED = 'signal_map_changed';

/** When drafts start by themselves. */
export interface AutoAuthorSettings {
  readonly autoAuthor: boolean;
  /** Distinct people with the same topic. */
  readonly autoAuthorThreshold: number;
}

type Listener = (tx: TenantTransaction, before: AutoAuthorSettings, after: AutoAuthorSettings) => Promise<void>;

/** Publishes changes of the auto-author settings, in their transaction: both commit, or neither. */
@Injectable()
export class SignalMapChanges {
  private readonly listeners: Listener[] = [];

  /** Called while modules are initialized. */
  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  async publish(tx: TenantTransaction, before: AutoAuthorSettings, after: AutoAuthorSettings): Promise<void> {
    if (before.autoAuthor === after.autoAuthor && before.autoAuthorThreshold === after.autoAuthorThreshold) return;
    for (const listener of this.listeners) await listener(tx, before, after);
  }
}
