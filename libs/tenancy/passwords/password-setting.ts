import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { DeviceCookie } from '../devices/device-cookie.js';
import type { Member } from '../access/member.js';
import type { Exchange } from '../cookies/exchange.js';
import { Tenant } from '../tenants/tenant.entity.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { claimedTenant } from '../tokens/token.js';
import { User, actorOf } from '../users/user.entity.js';
import { findByLink, redeemLink } from './password-links.js';
import { passwordFault } from './password-rules.js';
import type { ChangePasswordBody, PasswordSet, SetPasswordBody } from './password.dto.js';
import { LinkSpent, NoPassword, WrongPassword } from './password.errors.js';
import { Passwords } from './passwords.js';
import { storePassword } from './store-password.js';

/**
 * Sets and changes passwords. A new password ends the sessions that were opened with the previous one, and
 * invalidates the user's device cookies. The browser that sets it gets a new cookie, because setting a password
 * proves more than a log-in.
 */
@Injectable()
export class PasswordSetting {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly devices: DeviceCookie,
  ) {}

  /** A password that breaks a rule does not use up the link. @throws LinkSpent, Invalid */
  async byLink({ token, password }: SetPasswordBody, exchange: Exchange): Promise<PasswordSet> {
    const tenantId = claimedTenant('password', token);
    if (tenantId === null) throw new LinkSpent();
    const owner = await this.database.asTenant(tenantId, (tx) => ownerOf(tx, token));
    if (owner === null) throw new LinkSpent();
    demandAcceptable('password', password, owner.user, owner.tenant);
    const passwordHash = await this.passwords.hash(password);
    const user = await this.database.asTenant(tenantId, async (tx) => {
      const { id } = owner.user;
      // The user is locked before the link, in the order of a transaction that deactivates or deletes the user.
      await tx.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!(await redeemLink(tx, token))) throw new LinkSpent();
      return storePassword(tx, { actor: actorOf(owner.user) }, { userId: id, passwordHash });
    });
    this.devices.remember(user, exchange);
    return { tenant: owner.tenant.slug, email: owner.user.email };
  }

  /**
   * The current session remains, the user's others end.
   * @throws NoPassword, WrongPassword, Invalid, TooManyRequests
   */
  async change(
    member: Member,
    { currentPassword, newPassword }: ChangePasswordBody,
    exchange: Exchange,
  ): Promise<void> {
    const { tenantId, tenantSlug, tenantName, user: caller } = member;
    if (caller === null) throw new NoPassword();
    const limits = this.throttle.ofUser(caller.id);
    await this.throttle.count(limits);
    const user = await this.database.inTenant((tx) => tx.findOneOrFail(User, { id: caller.id }));
    const { matches } = await this.passwords.check(user.passwordHash ?? null, currentPassword);
    if (!matches) throw new WrongPassword();
    await this.throttle.uncount(limits);
    demandAcceptable('newPassword', newPassword, user, { slug: tenantSlug, name: tenantName });
    const passwordHash = await this.passwords.hash(newPassword);
    const acting = { tenantId, actor: actorOf(user) };
    const changed = await this.database.inTenant(async (tx) => {
      await demandCurrent(tx, user);
      return storePassword(tx, acting, { userId: user.id, passwordHash, keptSessionId: caller.sessionId });
    });
    this.devices.remember(changed, exchange);
  }
}

interface LinkOwner {
  readonly user: User;
  readonly tenant: Tenant;
}

/** Null: the link is unknown, used or expired, or its user or tenant may not log in. */
async function ownerOf(tx: TenantTransaction, token: string): Promise<LinkOwner | null> {
  const userId = await findByLink(tx, token);
  if (userId === null) return null;
  const user = await tx.findOne(User, { id: userId, active: true });
  const tenant = await tx.findOne(Tenant, { id: tx.tenantId, status: 'active' });
  return user === null || tenant === null ? null : { user, tenant };
}

/**
 * Locks the user, whose password may have been reset, or the user deactivated, while the current one was checked.
 * @throws WrongPassword
 */
async function demandCurrent(tx: TenantTransaction, { id, passwordHash = null }: User): Promise<void> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  if ((await tx.findOne(User, { id, passwordHash, active: true }, { lockMode })) === null) throw new WrongPassword();
}

/** @throws Invalid */
function demandAcceptable(
  field: string,
  password: string,
  { email, name }: User,
  tenant: { slug: string; name: string },
): void {
  const fault = passwordFault(password, [email, name, tenant.slug, tenant.name]);
  if (fault !== null) throw new Invalid([{ field, message: fault }]);
}
