import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids } from '#platform/database';
import { audit } from '#tenancy';
import type { LockedNeed } from '../lifecycle/lock-needs-of.js';
import { withdrawUnassigned } from '../lifecycle/withdraw-unassigned.js';
import { returnToEarlierOffers } from '../lifecycle/earlier-offers.js';
import { Assignment } from './assignment.entity.js';

/** Why an admin ended an assignment, and the one that replaces it. UUID. */
export type Removal =
  | { readonly actor: string; readonly reason: 'cancelled' }
  | { readonly actor: string; readonly reason: 'reassigned'; readonly reassignedTo: string };

/** Cancels one assignment, with its entry in the audit log. */
export async function removeAssignment(
  tx: TenantTransaction,
  { id, status }: Assignment,
  removal: Removal,
): Promise<void> {
  const { actor, reason } = removal;
  const reassignedTo = removal.reason === 'reassigned' ? removal.reassignedTo : null;
  await tx.nativeUpdate(
    Assignment,
    { id },
    { status: 'cancelled', cancelledAt: sql.now(), reassignedTo, version: sql`version + 1` },
  );
  audit(tx, {
    actor,
    action: 'assignment.cancelled',
    subject: { kind: 'assignment', id },
    before: { status },
    after: {
      status: 'cancelled',
      reason,
      ...(reassignedTo === null ? {} : { reassignedTo: ids.show('asg', reassignedTo) }),
    },
  });
}

/**
 * Reopens the needs that have lost their last assignment: the need for which it was made, and other needs of the worker
 * for which the same course is offered. Those of which an earlier offer is still taken return to it.
 * @returns the ids of the changed needs
 */
export async function withdrawAfterRemoval(
  tx: TenantTransaction,
  { needId, courseId }: Assignment,
  needs: readonly LockedNeed[],
  { actor, reason }: Removal,
): Promise<string[]> {
  const shared = needs.flatMap(({ id, offeredCourseId }) =>
    id === needId || offeredCourseId === courseId ? [id] : [],
  );
  const returned = await returnToEarlierOffers(
    tx,
    shared.map((id) => ({ needId: id, courseId, isShared: true })),
  );
  const withdrawn = await withdrawUnassigned(tx, shared, { actor, reason: `assignment_${reason}` });
  return [...returned, ...withdrawn];
}
