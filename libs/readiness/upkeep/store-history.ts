import { lockUpkeep } from '#needs';
import type { TenantTransaction } from '#platform/database';
import { updateCounts } from '../counts/update-counts.js';
import { loadFacts } from '../facts/load-facts.js';
import { loadRules } from '../facts/load-rules.js';
import { planRows } from './plan-rows.js';
import { storeCauses, storePeriods } from './stored-rows.js';

/**
 * Stores how ready workers were since an earlier instant, by the facts of now: for a directory whose facts are older
 * than their rows. The workers are not on the board yet: the job that computes them continues from these rows.
 * @param workerIds UUIDs of at most a few thousand
 */
export async function storeHistory(tx: TenantTransaction, workerIds: readonly string[], since: number): Promise<void> {
  await lockUpkeep(tx);
  const rules = await loadRules(tx);
  const planned = (await loadFacts(tx, workerIds, since)).map((facts) =>
    planRows(facts, rules, Math.max(since, facts.worker.createdAt), null),
  );
  const stored = { ended: [], dropped: [] };
  const now = Date.now();
  const { tenantId } = tx;
  const workers = workerIds.map((id) => ({ tenantId, id }));
  await updateCounts(tx, workers, () =>
    storePeriods(tx, { ...stored, stored: planned.flatMap(({ periods }) => periods) }, now),
  );
  await storeCauses(tx, { ...stored, stored: planned.flatMap(({ causes }) => causes) }, now);
}
