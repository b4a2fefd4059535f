import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { Problem } from '#platform/errors';
import { audit } from '../audit/audit-log.js';
import { OidcSettings } from '../oidc/oidc-settings.entity.js';
import { Passwords } from '../passwords/passwords.js';
import { KeyRing } from '../secrets/key-ring.js';
import { NOBODY } from '../throttle/nobody.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { User, actorOf } from '../users/user.entity.js';
import type { LogInBody } from './session.dto.js';
import { Sessions } from './sessions.js';

/** 401: the same for an unknown tenant or user, a wrong password, a user who was deactivated or has set none yet, and where passwords are refused. */
class WrongLogin extends Problem {
  constructor() {
    super(401, 'wrong_login', 'tenant, email address and password do not belong together, or the user may not log in');
  }
}

/** Every refusal takes so long: what differs between them, in the database too, is done by then. */
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
  ) {}

  /**
   * @param address where the call comes from
   * @returns the token of a new session
   * @throws WrongLogin, TooManyRequests
   */
  async byPassword({ tenant, email, password }: LogInBody, address: string): Promise<string> {
    const tries = this.throttle.ofLogin(tenant, email.toLowerCase(), address);
    await this.throttle.count(tries);
    const earliest = sleep(REFUSED_AFTER_MS);
    const token = await this.attempt(tenant, email.toLowerCase(), password);
    if (token === null) {
      await earliest;
      throw new WrongLogin();
    }
    await this.throttle.forgive(tries);
    return token;
  }

  /** An unknown tenant is asked for its users like a known one: it has none. */
  private async attempt(slug: string, email: string, password: string): Promise<string | null> {
    const tenantId = this.keyRing.find(slug)?.tenantId ?? NOBODY;
    const user = await this.database.inTenants([tenantId], async (tx) => {
      const isRefused = (await tx.count(OidcSettings, { tenantId, passwordsAllowed: false })) > 0;
      return isRefused ? null : tx.findOne(User, { email });
    });
    const { matches, isOutdated } = await this.passwords.check(user?.active ? (user.passwordHash ?? null) : null, password);
    const token = user !== null && matches ? await this.enter(user, isOutdated ? await this.passwords.hash(password) : null) : null;
    if (token === null && tenantId !== NOBODY) await this.noteRefusal(tenantId, user);
    return token;
  }

  /** @returns null where the user was changed since the password was checked */
  private enter({ tenantId, id, passwordHash }: User, newHash: string | null): Promise<string | null> {
    return this.database.inTenants([tenantId], async (tx) => {
      const changes = { lastLoginAt: new Date(), ...(newHash === null ? {} : { passwordHash: newHash }) };
      if ((await tx.nativeUpdate(User, { id, active: true, passwordHash }, changes)) === 0) return null;
      const user = await tx.findOneOrFail(User, { id });
      audit(tx, { tenantId, actor: actorOf(user), action: 'user.logged_in', subject: { kind: 'user', id }, after: { with: 'password' } });
      return this.sessions.open(tx, user);
    });
  }

  /** What was typed for an address is not kept where it is no user's: it may be a password. */
  private async noteRefusal(tenantId: string, user: User | null): Promise<void> {
    const subject = { kind: 'user', id: user?.id ?? 'unknown' };
    await this.database.inTenants([tenantId], async (tx) => audit(tx, { tenantId, actor: 'anonymous', action: 'user.login_refused', subject }));
  }
}
