import type { TenantTransaction } from '#platform/database';
import { audit } from '../audit/audit-log.js';
import { endSessions } from '../sessions/end-sessions.js';
import { User } from '../users/user.entity.js';

interface NewPassword {
  readonly userId: string;
  readonly passwordHash: string;
  /** The session that does not end. */
  readonly keptSessionId?: string;
}

/**
 * Stores a user's new password. Ends the sessions that were opened with the previous one, all of them or all but one.
 * @returns the user with the new password
 */
export async function storePassword(
  tx: TenantTransaction,
  { actor }: { actor: string },
  { userId, passwordHash, keptSessionId }: NewPassword,
): Promise<User> {
  const user = await tx.findOneOrFail(User, { id: userId });
  tx.assign(user, { passwordHash, version: user.version + 1 });
  // Before the sessions end: a concurrent log-in with the former password opens its session until then, or is refused.
  await tx.flush();
  await endSessions(tx, userId, keptSessionId);
  audit(tx, { actor, action: 'user.password_set', subject: { kind: 'user', id: userId } });
  return user;
}
