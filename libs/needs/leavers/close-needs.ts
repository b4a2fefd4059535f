import type { TenantTransaction } from '#platform/database';
import { moveNeeds } from '../lifecycle/move-needs.js';

/** The reason in the audit log and in the need's history: its worker has left. */
export const LEFT = 'left';

/** Closes the needs of people who have left. @returns the ids of those that were open */
export async function closeNeedsOfLeavers(
  tx: TenantTransaction,
  needIds: readonly string[],
  actor: string,
): Promise<string[]> {
  if (needIds.length === 0) return [];
  const { moved } = await moveNeeds(tx, needIds, { actor, event: 'resolve', reason: LEFT });
  return moved.map(({ id }) => id);
}
