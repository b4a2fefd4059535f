import type { TenantTransaction, Transaction } from '#platform/database';
import { PasswordLink } from '../passwords/password-link.entity.js';
import { ConsoleSession } from '../sessions/console-session.entity.js';
import { LastAdmin } from './user.errors.js';
import { User } from './user.entity.js';

/**
 * Changes of who may do what are made one at a time in a tenant, so that two admins who remove each other at the same
 * moment do not both succeed. Held until the transaction ends.
 */
export async function changeUsersAlone(tx: TenantTransaction): Promise<void> {
  await tx.execute("select pg_advisory_xact_lock(hashtextextended('users:' || ?, 0))", [tx.tenantId]);
}

/** To be asked before an active admin becomes anything else, after {@link changeUsersAlone}. @throws LastAdmin */
export async function demandAnotherAdmin(tx: Transaction, userId: string): Promise<void> {
  if (!(await hasAnotherAdmin(tx, userId))) throw new LastAdmin();
}

/** To be asked after {@link changeUsersAlone}. */
export async function hasAnotherAdmin(tx: Transaction, userId: string): Promise<boolean> {
  return (await tx.count(User, { role: 'admin', active: true, id: { $ne: userId } })) > 0;
}

/** Ends a user's sessions, all of them or all but one. */
export async function endSessions(tx: Transaction, userId: string, exceptId?: string): Promise<void> {
  await tx.nativeDelete(ConsoleSession, { userId, ...(exceptId === undefined ? {} : { id: { $ne: exceptId } }) });
}

/** Ends all by which a user could come in: sessions, and links that set a password. */
export async function shutOut(tx: Transaction, userId: string): Promise<void> {
  await endSessions(tx, userId);
  await tx.nativeDelete(PasswordLink, { userId });
}
