import { LockMode } from '@mikro-orm/core';
import type { TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { type LockedNeed, lockNeedsOf } from '../lifecycle/lock-needs-of.js';
import { lockAssigning } from './lock-assigning.js';
import { lockResolutionShared } from '../resolution-lock.js';
import { Assignment } from './assignment.entity.js';

/** Locks an assignment until the transaction ends. @throws NotFound */
export async function lockAssignment(tx: TenantTransaction, id: string): Promise<Assignment> {
  const assignment = await tx.findOne(Assignment, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (assignment === null) throw new NotFound('assignment');
  return assignment;
}

/**
 * Locks an assignment that may end or change its person, and before it every need of its worker, because each of them
 * may lose its last assignment. No other transaction assigns a course, and nobody leaves, until the transaction ends.
 * @throws NotFound
 */
export async function lockToRemove(
  tx: TenantTransaction,
  id: string,
): Promise<{ assignment: Assignment; needs: readonly LockedNeed[] }> {
  await lockResolutionShared(tx);
  const { workerId } = await findAssignment(tx, id);
  const needs = await lockNeedsOf(tx, [workerId]);
  await lockAssigning(tx);
  const assignment = await lockAssignment(tx, id);
  return { assignment, needs };
}

/** @throws NotFound */
export async function findAssignment(tx: TenantTransaction, id: string): Promise<Assignment> {
  const assignment = await tx.findOne(Assignment, { id });
  if (assignment === null) throw new NotFound('assignment');
  return assignment;
}
