import { type TenantTransaction, notifyChange } from '#platform/database';
import type { RowChanges } from './diff-rows.js';
import type { PeriodRow } from './plan-rows.js';

/**
 * Notifies the streams of the tenant of workers whose row on the board has changed.
 * @param before the periods that held until now, by worker
 */
export async function publishChanges(
  tx: TenantTransaction,
  before: ReadonlyMap<string, PeriodRow>,
  { ended, stored }: RowChanges<PeriodRow>,
  now: number,
): Promise<void> {
  const begun = stored.filter(({ validFrom, workerId }) => validFrom === now || !before.has(workerId));
  const changed = new Set([...ended, ...begun].map(({ workerId }) => workerId));
  if (changed.size > 0)
    await notifyChange(tx, { tenantId: tx.tenantId, kind: 'readiness', action: 'changed', ids: [...changed] });
}
