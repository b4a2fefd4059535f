import { type TenantTransaction, ids } from '#platform/database';
import { alsoReported } from '../gaps/also-reported.js';
import { answeredOf } from './answered.js';
import { dismissalsOf } from './dismissals.js';
import { withNearestSites } from './nearest-sites.js';
import type { NeedView } from './need.view.js';

/**
 * Adds what needs show of other tables: the other needs of their gaps, the nearest sites of unknown ones, why they were
 * dismissed, and how many people have answered them.
 */
export async function completeViews<View extends NeedView>(
  tx: TenantTransaction,
  needs: readonly View[],
): Promise<View[]> {
  const needIds = needs.flatMap(({ id }) => ids.parse('need', id) ?? []);
  const others = await alsoReported(tx, needIds);
  const answered = await answeredOf(tx, needIds);
  const dismissals = await dismissalsOf(
    tx,
    needs.flatMap(({ id, status }) => (status === 'dismissed' ? (ids.parse('need', id) ?? []) : [])),
  );
  return withNearestSites(
    tx,
    needs.map((need) => ({
      ...need,
      audience: { ...need.audience, answered: answered.get(need.id) ?? 0 },
      dismissal: dismissals.get(need.id) ?? null,
      alsoReportedBy: others.get(need.id) ?? [],
    })),
  );
}

/** One need; see {@link completeViews}. */
export async function completeView<View extends NeedView>(tx: TenantTransaction, need: View): Promise<View> {
  const [complete = need] = await completeViews(tx, [need]);
  return complete;
}
