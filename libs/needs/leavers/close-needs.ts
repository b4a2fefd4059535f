import type { TenantTransaction } from '#platform/database';
import { movedIds } from '../lifecycle/move-needs.js';

/** The reason in the audit log and in the need's history: its worker has left. */
export const LEFT = 'left';

/** Closes the needs of people who have left. @returns the ids of those that were open */
export function closeNeedsOfLeavers(
  tx: TenantTransaction,
  needIds: readonly string[],
  actor: string,
): Promise<string[]> {
  return movedIds(tx, needIds, { actor, event: 'resolve', reason: LEFT });
}
