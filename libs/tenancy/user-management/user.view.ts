import { ids } from '#platform/database';
import type { PasswordLinkView } from '../passwords/password-link.view.js';
import type { Role } from '../access/role.js';
import type { User } from '../users/user.entity.js';

/** A user of the tenant's console. */
export class UserView {
  /** Identifier with the prefix `usr_`. */
  id: string;
  /** E-mail address of the user, with which they log in. */
  email: string;
  /** Name of the user. */
  name: string;
  /** What the user may do: each role includes the previous ones. */
  role: Role;
  /** False: the user may not log in. */
  active: boolean;
  /** False: the user is invited, and has not set a password yet. */
  hasPassword: boolean;
  /** When the user last logged in, in UTC; null: never. */
  lastLoginAt: string | null;
  createdAt: string;
  version: number;
}

/** A new user, with the link that sets a password. The link is shown only here. */
export class InvitedUser extends UserView {
  /** Link by which the user sets a password. */
  invitation: PasswordLinkView;
}

export class UserPage {
  items: UserView[];
  nextCursor: string | null;
}

export function userView({
  id,
  email,
  name,
  role,
  active,
  passwordHash,
  lastLoginAt,
  createdAt,
  version,
}: User): UserView {
  return {
    id: ids.show('usr', id),
    email,
    name,
    role,
    active,
    hasPassword: typeof passwordHash === 'string',
    lastLoginAt: lastLoginAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    version,
  };
}
