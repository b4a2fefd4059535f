import type { Transaction } from '#platform/database';
import { PasswordLink } from '../passwords/password-link.entity.js';
import { endSessions } from '../sessions/end-sessions.js';

/** Ends everything with which a user could log in: sessions, and links that set a password. */
export async function revokeAccess(tx: Transaction, userId: string): Promise<void> {
  await endSessions(tx, userId);
  await tx.nativeDelete(PasswordLink, { userId });
}
