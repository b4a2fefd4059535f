import type { Transaction } from '#platform/database';
import { moveNeeds } from '../lifecycle/move-needs.js';

/** For the audit log and the need's history: whom the need was about is not there any more. */
export const LEFT = 'left';

/** Closes the needs of people who have left. @returns how many were open */
export async function closeNeedsOfLeavers(
  tx: Transaction,
  tenantId: string,
  needIds: readonly string[],
  actor: string,
): Promise<number> {
  if (needIds.length === 0) return 0;
  const { moved } = await moveNeeds(tx, tenantId, needIds, { actor, event: 'resolve', reason: LEFT });
  return moved.length;
}
