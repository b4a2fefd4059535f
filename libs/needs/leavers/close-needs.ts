import type { TenantTransaction } from '#platform/database';
import { moveNeeds } from '../lifecycle/move-needs.js';

/** For the audit log and the need's history: whom the need was about is not there any more. */
export const LEFT = 'left';

/** Closes the needs of people who have left. @returns how many were open */
export async function closeNeedsOfLeavers(
  tx: TenantTransaction,
  needIds: readonly string[],
  actor: string,
): Promise<number> {
  if (needIds.length === 0) return 0;
  const { moved } = await moveNeeds(tx, needIds, { actor, event: 'resolve', reason: LEFT });
  return moved.length;
}
