import { type TenantTransaction, ids } from '#platform/database';
import { audit } from '../audit/audit-log.js';
import { type IssuedLink, issueLink } from '../passwords/password-links.js';
import type { Role } from '../access/role.js';
import { endSessions } from '../sessions/end-sessions.js';
import { User } from '../users/user.entity.js';
import { rejectDuplicateEmail } from '../users/user.errors.js';

export interface NewUser {
  readonly email: string;
  /** Default: the address. */
  readonly name?: string;
  readonly role: Role;
}

export interface Acting {
  readonly tenantId: string;
  readonly actor: string;
}

/** Adds a user to a tenant. @param passwordHash null: not set yet @throws EmailTaken */
export async function addUser(
  tx: TenantTransaction,
  { tenantId, actor }: Acting,
  { email, name, role }: NewUser,
  passwordHash: string | null,
): Promise<User> {
  const user = tx.create(User, {
    tenantId,
    id: ids.next(),
    email: email.toLowerCase(),
    name: name ?? email,
    role,
    passwordHash,
  });
  await rejectDuplicateEmail(() => tx.flush());
  audit(tx, {
    actor,
    action: 'user.created',
    subject: { kind: 'user', id: user.id },
    after: { email: user.email, name: user.name, role },
  });
  return user;
}

/** Adds a user without a password, and a link that sets one. @throws EmailTaken */
export async function inviteUser(
  tx: TenantTransaction,
  acting: Acting,
  invited: NewUser,
): Promise<{ user: User; link: IssuedLink }> {
  const user = await addUser(tx, acting, invited, null);
  return { user, link: await issueLink(tx, user, 'invitation') };
}

/** Removes a user's password and sessions, and creates a link that sets a new password. */
export async function resetPassword(tx: TenantTransaction, { actor }: Acting, user: User): Promise<IssuedLink> {
  const link = await issueLink(tx, user, typeof user.passwordHash === 'string' ? 'reset' : 'invitation');
  tx.assign(user, { passwordHash: null, version: user.version + 1 });
  audit(tx, { actor, action: 'user.password_reset', subject: { kind: 'user', id: user.id } });
  // Before the sessions end: a concurrent log-in with the former password opens its session until then, or is refused.
  await tx.flush();
  await endSessions(tx, user.id);
  return link;
}
