import { type TenantTransaction, type Transaction, asOneOf } from '#platform/database';
import type { NeedOfTenant } from '../gaps/regroup.js';

/** Does for each tenant what only few needs of a set require. @returns the needs whose ids `work` returns */
export async function eachTenant(
  tx: Transaction,
  needs: readonly NeedOfTenant[],
  work: (tx: TenantTransaction, needIds: readonly string[]) => Promise<readonly string[]>,
): Promise<NeedOfTenant[]> {
  const done: NeedOfTenant[] = [];
  for (const [tenantId, ofTenant] of Map.groupBy(needs, (need) => need.tenantId)) {
    const needIds = ofTenant.map(({ id }) => id);
    for (const id of await asOneOf(tx, tenantId, (tenantTx) => work(tenantTx, needIds))) done.push({ tenantId, id });
  }
  return done;
}
