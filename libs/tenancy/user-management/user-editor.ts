import { LockMode } from '@mikro-orm/core';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { Database, RequestScope, type TenantTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { audit } from '../audit/audit-log.js';
import { PasswordLink } from '../passwords/password-link.entity.js';
import { type PasswordLinkView, linkView } from '../passwords/password-link.view.js';
import { demandAnotherAdmin, lockUserRights } from '../users/user-rights.js';
import { revokeAccess } from './revoke-access.js';
import type { ChangeUserBody, CreateUserBody } from './user.dto.js';
import { User } from '../users/user.entity.js';
import { SavedView } from '../views/saved-view.entity.js';
import { rejectDuplicateEmail } from '../users/user.errors.js';
import { inviteUser, resetPassword } from './user-invitation.js';
import { type InvitedUser, type UserView, userView } from './user.view.js';

const FIELDS = ['email', 'name', 'role', 'active'] as const;
type Changeable = Pick<User, (typeof FIELDS)[number]>;

/** Edits the users of a tenant. */
@Injectable()
export class UserEditor {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws EmailTaken */
  invite(body: CreateUserBody): Promise<InvitedUser> {
    return this.database.inTenant(async (tx) => {
      const { user, link } = await inviteUser(tx, this.scope.tenant, body);
      return { ...userView(user), invitation: linkView(link, this.config.publicUrl) };
    });
  }

  /**
   * Changes the given fields. A body that changes nothing leaves the version unchanged.
   * @throws NotFound, Stale, EmailTaken, LastAdmin
   */
  change(id: string, body: ChangeUserBody, ifMatch: string | null): Promise<UserView> {
    return this.alone(id, ifMatch, async (tx, user) => {
      const { actor } = this.scope.tenant;
      const wanted: Partial<Changeable> = {
        ...body,
        ...(body.email === undefined ? {} : { email: body.email.toLowerCase() }),
      };
      const changed = FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== user[field]);
      if (changed.length === 0) return userView(user);
      const before = pick(user, changed);
      const after = pick(wanted, changed);
      if (isAdmin(user) && !isAdmin({ ...user, ...after })) await demandAnotherAdmin(tx, id);
      audit(tx, { actor, action: 'user.changed', subject: { kind: 'user', id }, before, after });
      tx.assign(user, { ...after, version: user.version + 1 });
      await rejectDuplicateEmail(() => tx.flush());
      // The link was given to whoever reads the former address.
      if (changed.includes('email')) await tx.nativeDelete(PasswordLink, { userId: id });
      if (!user.active) await revokeAccess(tx, id);
      return userView(user);
    });
  }

  /** The user's entries in the audit log and the views that they shared remain. @throws NotFound, Stale, LastAdmin */
  remove(id: string, ifMatch: string | null): Promise<void> {
    return this.alone(id, ifMatch, async (tx, user) => {
      const { actor } = this.scope.tenant;
      if (isAdmin(user)) await demandAnotherAdmin(tx, id);
      audit(tx, { actor, action: 'user.deleted', subject: { kind: 'user', id }, before: pick(user, FIELDS) });
      await revokeAccess(tx, id);
      await tx.nativeDelete(SavedView, { ownerId: id, shared: false });
      tx.remove(user);
    });
  }

  /** Also renews an expired invitation. @throws NotFound, Stale */
  resetPassword(id: string, ifMatch: string | null): Promise<PasswordLinkView> {
    return this.alone(id, ifMatch, async (tx, user) => {
      return linkView(await resetPassword(tx, this.scope.tenant, user), this.config.publicUrl);
    });
  }

  private alone<T>(
    id: string,
    ifMatch: string | null,
    work: (tx: TenantTransaction, user: User) => Promise<T>,
  ): Promise<T> {
    return this.database.inTenant(async (tx) => {
      await lockUserRights(tx);
      const user = await tx.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (user === null) throw new NotFound('user');
      demandVersion(ifMatch, user.version);
      return work(tx, user);
    });
  }
}

function isAdmin({ role, active }: Pick<User, 'role' | 'active'>): boolean {
  return role === 'admin' && active;
}

function pick(source: Partial<Changeable>, fields: ReadonlyArray<keyof Changeable>): Partial<Changeable> {
  return Object.fromEntries(fields.map((field) => [field, source[field]]));
}
