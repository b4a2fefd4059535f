import { Injectable } from '@nestjs/common';
import type { OfTenant, TenantTransaction, Transaction } from '#platform/database';

/** What a transaction changed of the needs of one tenant. UUIDs. */
export interface NeedChange {
  /**
   * Needs whose state changed for everybody whom they reach (`need_person`): status, topic, severity, audience,
   * recommendation or due date. The people of a cohort are not listed.
   */
  readonly needIds: readonly string[];
  /**
   * Workers whose own records changed: an assignment was made, changed or removed, a completion was stored, their share
   * of a need was answered, or a need no longer reaches them.
   */
  readonly workerIds: readonly string[];
}

/** A change with its tenant. */
export type TenantNeedChange = NeedChange & OfTenant;

/** Receives one change for each tenant of the transaction. */
type Listener = (tx: Transaction, changes: readonly TenantNeedChange[]) => Promise<void>;

/**
 * Publishes changes of needs, assignments and completions to libraries that depend on this one. Listeners run in the
 * transaction of the change, after its writes: both commit, or neither. Every transaction that writes to `need`,
 * `need_person`, `assignment` or `completion` publishes, with two exceptions:
 *
 * - Recording publishes nothing, which keeps listeners out of the hot path. A need that a signal creates, changes or
 *   closes becomes unresolved, and the job that resolves needs publishes it.
 * - A change that leaves all of the above as it was (counts of people and signals, failed tries, the worker's site) is
 *   not published.
 *
 * A published set may contain needs and workers that did not change. It is sorted and has no duplicates, so that
 * all listeners lock its rows in the same order. A transaction may publish several times.
 */
@Injectable()
export class NeedChanges {
  private readonly listeners: Listener[] = [];

  /** Called while modules are initialized. */
  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  async publish(tx: TenantTransaction, { needIds = [], workerIds = [] }: Partial<NeedChange>): Promise<void> {
    await this.publishOfTenants(tx, [{ tenantId: tx.tenantId, needIds, workerIds }]);
  }

  /** As {@link publish}, in a transaction of several tenants: at most one change of each. */
  async publishOfTenants(tx: Transaction, changes: readonly TenantNeedChange[]): Promise<void> {
    const published = changes
      .filter(({ needIds, workerIds }) => needIds.length + workerIds.length > 0)
      .map(({ tenantId, needIds, workerIds }) => ({
        tenantId,
        needIds: sorted(needIds),
        workerIds: sorted(workerIds),
      }));
    if (published.length === 0) return;
    for (const listener of this.listeners) await listener(tx, published);
  }
}

function sorted(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted();
}
