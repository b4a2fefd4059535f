import { type TenantTransaction, ids } from '#platform/database';
import { alsoReported } from '../gaps/also-reported.js';
import { withNearestSites } from './nearest-sites.js';
import type { NeedView } from './need.view.js';

/** Adds what needs show of other tables: the other needs of their gaps, and the nearest sites of unknown ones. */
export async function completeViews<View extends NeedView>(
  tx: TenantTransaction,
  needs: readonly View[],
): Promise<View[]> {
  const others = await alsoReported(
    tx,
    needs.flatMap(({ id }) => ids.parse('need', id) ?? []),
  );
  return withNearestSites(
    tx,
    needs.map((need) => ({ ...need, alsoReportedBy: others.get(need.id) ?? [] })),
  );
}

/** One need; see {@link completeViews}. */
export async function completeView<View extends NeedView>(tx: TenantTransaction, need: View): Promise<View> {
  const [complete = need] = await completeViews(tx, [need]);
  return complete;
}
