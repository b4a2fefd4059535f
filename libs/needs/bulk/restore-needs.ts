import type { TenantTransaction } from '#platform/database';
import { moveNeeds } from '../lifecycle/move-needs.js';
import type { NeedEvent } from '../lifecycle/need.transitions.js';
import { Need } from '../need.entity.js';
import type { NeedStatus } from '../need.js';

/** A need that was changed, with its previous status. */
export interface MovedBefore {
  readonly needId: string;
  readonly statusBefore: NeedStatus;
  /** Until when it was snoozed before; null: it was not. */
  readonly snoozedBefore: string | null;
}

/** The events that lead an open need to its previous status. */
const BACK_TO: Readonly<Partial<Record<NeedStatus, readonly NeedEvent[]>>> = {
  offered: ['offer'],
  in_progress: ['offer', 'start'],
  authoring: ['author'],
};

/** Those whose draft is still under way: the others stay open. */
async function withDraft(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  const needs = await tx.find(Need, { id: { $in: [...needIds] }, draftId: { $ne: null } }, { fields: ['id'] });
  return needs.map(({ id }) => id);
}

/**
 * Reopens needs with the event that reverts their change, and leads them to their previous status.
 * @returns the ids of the restored needs; one whose key another need now holds is not restored
 */
export async function restoreNeeds(
  tx: TenantTransaction,
  needs: readonly MovedBefore[],
  { actor, event }: { actor: string; event: NeedEvent },
): Promise<ReadonlySet<string>> {
  const { moved } = await moveNeeds(
    tx,
    needs.map(({ needId }) => needId),
    { actor, event, reason: 'undone' },
  );
  const restored = new Set(moved.map(({ id }) => id));
  const reopened = needs.filter(({ needId }) => restored.has(needId));
  for (const [status, events] of Object.entries(BACK_TO)) {
    const wasSo = reopened.flatMap(({ needId, statusBefore }) => (statusBefore === status ? [needId] : []));
    const ids = status === 'authoring' ? await withDraft(tx, wasSo) : wasSo;
    for (const step of ids.length === 0 ? [] : events)
      await moveNeeds(tx, ids, { actor, event: step, reason: 'undone' });
  }
  for (const [until, slept] of Map.groupBy(reopened, ({ snoozedBefore }) => snoozedBefore)) {
    if (until !== null)
      await moveNeeds(
        tx,
        slept.map(({ needId }) => needId),
        { actor, event: 'snooze', reason: 'undone', until: new Date(until) },
      );
  }
  return restored;
}
