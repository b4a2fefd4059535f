import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Database } from '#platform/database';
import { Problem } from '#platform/errors';
import { audit } from '../audit/audit-log.js';
import { DeviceCookie } from '../devices/device-cookie.js';
import type { Account } from '../devices/device-entry.js';
import { OidcSettings } from '../oidc/oidc-settings.entity.js';
import { Passwords } from '../passwords/passwords.js';
import { KeyRing } from '../secrets/key-ring.js';
import { keepActive, keepStored } from '../tenants/active-tenant.js';
import { UNKNOWN_TENANT } from '../throttle/unknown-tenant.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { User, actorOf } from '../users/user.entity.js';
import type { LogInBody } from './session.dto.js';
import { type OpenedSession, Sessions } from '../sessions/sessions.js';

/**
 * 401: the same for an unknown tenant or user, a wrong password, a user who is deactivated or has no password yet,
 * and if password log-ins are disabled.
 */
class WrongLogin extends Problem {
  constructor() {
    super(401, 'wrong_login', 'the tenant, e-mail address and password do not match, or the user may not log in');
  }
}

/**
 * Every refusal takes this long, so that its duration reveals nothing: all steps of variable duration, including
 * queries, end before.
 */
const REFUSED_AFTER_MS = 300;

/** Logs users in by their password. */
@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: LoginThrottle,
    private readonly devices: DeviceCookie,
  ) {}

  /**
   * @param request for its address and its device cookie
   * @throws WrongLogin, TooManyRequests
   */
  async byPassword({ tenant, email: typed, password }: LogInBody, request: FastifyRequest): Promise<OpenedSession> {
    const earliest = sleep(REFUSED_AFTER_MS);
    const email = typed.toLowerCase();
    const account = { tenantId: this.keyRing.idOf(tenant) ?? UNKNOWN_TENANT, email };
    const device = await this.deviceOf(account, request);
    const limits = device === null ? this.throttle.ofLogin(tenant, email, request.ip) : this.throttle.ofDevice(device);
    await this.throttle.count(limits);
    const opened = await this.attempt(account, password);
    if (opened === null) {
      await earliest;
      throw new WrongLogin();
    }
    await this.throttle.uncount(limits);
    return opened;
  }

  /**
   * @returns the device under which an attempt is counted; null: the account does not know the browser. The user is
   * read only if the cookie is genuine, so that a forged one costs no query and reveals nothing about the account.
   */
  private async deviceOf(account: Account, request: FastifyRequest): Promise<string | null> {
    const entry = this.devices.find(request, account);
    if (entry === null) return null;
    const { tenantId, email } = account;
    const user = await this.database.asTenant(tenantId, (tx) => tx.findOne(User, { email }));
    return user === null ? null : this.devices.deviceOf(entry, user);
  }

  /** Queries an unknown tenant like a known one without users. */
  private async attempt({ tenantId, email }: Account, password: string): Promise<OpenedSession | null> {
    const user = await this.database.asTenant(tenantId, async (tx) => {
      const isRefused = (await tx.count(OidcSettings, { tenantId, passwordsAllowed: false })) > 0;
      return isRefused ? null : tx.findOne(User, { email });
    });
    const { matches, isOutdated } = await this.passwords.check(
      user?.active ? (user.passwordHash ?? null) : null,
      password,
    );
    const opened =
      user !== null && matches ? await this.enter(user, isOutdated ? await this.passwords.hash(password) : null) : null;
    if (opened === null && tenantId !== UNKNOWN_TENANT) await this.auditRefusal(tenantId, user);
    return opened;
  }

  /** @returns null if the tenant was suspended, or the user changed, since the password was checked */
  private enter({ tenantId, id, passwordHash }: User, newHash: string | null): Promise<OpenedSession | null> {
    return this.database.asTenant(tenantId, async (tx) => {
      if (!(await keepActive(tx))) return null;
      const changes = { lastLoginAt: new Date(), ...(newHash === null ? {} : { passwordHash: newHash }) };
      if ((await tx.nativeUpdate(User, { id, active: true, passwordHash }, changes)) === 0) return null;
      const user = await tx.findOneOrFail(User, { id });
      audit(tx, {
        actor: actorOf(user),
        action: 'user.logged_in',
        subject: { kind: 'user', id },
        after: { with: 'password' },
      });
      return this.sessions.open(tx, user);
    });
  }

  /** Does not store the input if the address belongs to no user: it may be a password. */
  private async auditRefusal(tenantId: string, user: User | null): Promise<void> {
    const subject = { kind: 'user', id: user?.id ?? 'unknown' };
    await this.database.asTenant(tenantId, async (tx) => {
      // The tenant may have been deleted since: nothing would delete the entry.
      if (await keepStored(tx)) audit(tx, { actor: 'anonymous', action: 'user.login_refused', subject });
    });
  }
}
