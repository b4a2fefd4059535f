import { Injectable } from '@nestjs/common';
import { Database, ids, tenantPages } from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { HOUR_MS, MINUTE_MS } from '#platform/text';
import { countDrift } from './metering.metrics.js';
import { driftedBalances, driftedReservations } from './reconcile.js';

const EVERY_MS = HOUR_MS;

/**
 * Reconciles the ledger of each tenant once an hour: with the balances of its months, and with the status of its
 * drafts. What differs is logged and counted, and not repaired: a person has to find out which of the two is right.
 */
@Injectable()
export class LedgerCheck extends PeriodicTask {
  constructor(private readonly database: Database) {
    super('the reconciliation of the ledger of drafts', MINUTE_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    for await (const tenantIds of tenantPages(this.database)) {
      if (stopping.aborted) break;
      await this.check(tenantIds);
    }
    return EVERY_MS;
  }

  /** @returns how many balances and drafts differ from the ledger */
  async check(tenantIds: readonly string[]): Promise<number> {
    const { balances, drafts } = await this.database.inTenants(tenantIds, async (tx) => ({
      balances: await driftedBalances(tx, tenantIds),
      drafts: await driftedReservations(tx, tenantIds),
    }));
    for (const drift of balances)
      this.log.error(drift, 'the balance of a month of drafts differs from its entries in the ledger');
    for (const { draftId, ...drift } of drafts)
      this.log.error({ draftId: ids.show('drf', draftId), ...drift }, 'the entries of a draft do not fit its status');
    countDrift(balances.length + drafts.length);
    return balances.length + drafts.length;
  }
}
