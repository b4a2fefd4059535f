import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Passwords } from '../passwords/passwords.js';
import { storePassword } from '../passwords/store-password.js';
import { User } from '../users/user.entity.js';
import { type Acting, type NewUser, addUser } from './user-invitation.js';

/** Users with a given password, like the demo tenant's admin. */
@Injectable()
export class UserSetup {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
  ) {}

  /** Whether the user is active and has this password. */
  async hasPassword(tenantId: string, email: string, password: string): Promise<boolean> {
    const user = await this.database.asTenant(tenantId, (tx) => tx.findOne(User, { email }));
    const stored = user?.active ? (user.passwordHash ?? null) : null;
    return (await this.passwords.check(stored, password)).matches;
  }

  /** Creates a user with a password; an existing user gets this password, and its sessions end. */
  async setUp(acting: Acting, user: NewUser, password: string): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    await this.database.asTenant(acting.tenantId, async (tx) => {
      const known = await tx.findOne(User, { email: user.email.toLowerCase() });
      if (known === null) await addUser(tx, acting, user, passwordHash);
      else await storePassword(tx, acting, { userId: known.id, passwordHash });
    });
  }
}
