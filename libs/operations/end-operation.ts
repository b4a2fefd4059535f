import type { TenantTransaction } from '#platform/database';
import { type Progress, lockOperation } from './operation-steps.js';
import { recordProgress } from './record-progress.js';

/** Ends an operation without failures in the transaction that has begun it, and carried it out. */
export async function endOperation(
  tx: TenantTransaction,
  id: string,
  { done, result }: Pick<Progress, 'done' | 'result'>,
): Promise<void> {
  const operation = await lockOperation(tx, id);
  if (operation === null) throw new Error('the operation disappeared in the transaction that created it');
  await recordProgress(tx, operation, { done, failed: 0, finished: true, result });
}
