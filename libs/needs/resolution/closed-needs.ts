import { Injectable } from '@nestjs/common';
import { TopicMatching } from '#catalog';
import { type TenantTransaction, type Transaction, asOneOf, notifyChange } from '#platform/database';
import { type NeedOfTenant, lockGaps, regroup } from '../gaps/regroup.js';
import { NeedChanges } from '../need-changes.js';
import { matchClosed } from './match-closed.js';
import { settleAnswered } from './settle-answered.js';
import { settleClosed } from './settle-closed.js';

/** Settles needs that a source or a person closed before they were resolved. */
@Injectable()
export class ClosedNeeds {
  constructor(
    private readonly matching: TopicMatching,
    private readonly changes: NeedChanges,
  ) {}

  /**
   * Matches the needs for the history, and publishes that they are closed.
   * @returns the tenants of needs that are open again: their source repeats what was completed too long ago
   */
  async settle(tx: Transaction, needs: readonly NeedOfTenant[]): Promise<string[]> {
    const reopened: string[] = [];
    for (const [tenantId, ofTenant] of Map.groupBy(needs, (need) => need.tenantId)) {
      const needIds = ofTenant.map(({ id }) => id);
      if ((await asOneOf(tx, tenantId, (tenantTx) => this.settleOfTenant(tenantTx, needIds))) > 0)
        reopened.push(tenantId);
    }
    return reopened;
  }

  /** @returns the number of reopened needs */
  private async settleOfTenant(tx: TenantTransaction, needIds: readonly string[]): Promise<number> {
    const gaps = await lockGaps(tx, needIds);
    const reopened = await settleAnswered(tx, needIds);
    const settled = await settleClosed(tx, needIds);
    const closed = settled.map(({ id }) => id);
    await matchClosed(tx, closed, () => this.matching.matcherOf(tx));
    await regroup(tx, gaps);
    await this.changes.publish(tx, { needIds: [...closed, ...reopened] });
    for (const [isDismissed, needs] of Map.groupBy(settled, (need) => need.isDismissed))
      await notifyChange(tx, {
        tenantId: tx.tenantId,
        kind: 'need',
        action: isDismissed ? 'matched' : 'resolved',
        ids: needs.map(({ id }) => id),
      });
    return reopened.length;
  }
}
