import { Inject, Injectable } from '@nestjs/common';
import {
  type Configuration,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { CONFIG, type Config } from '#platform/config';
import { Database } from '#platform/database';
import { Problem } from '#platform/errors';
import { audit } from '../audit/audit-log.js';
import { KeyRing } from '../secrets/key-ring.js';
import { BrowserSessions } from '../sessions/browser-sessions.js';
import type { Exchange } from '../cookies/exchange.js';
import { type OpenedSession, Sessions } from '../sessions/sessions.js';
import { keepActive } from '../tenants/active-tenant.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { actorOf } from '../users/user.entity.js';
import type { Claims } from './claims.js';
import { openSecret } from './client-secret.js';
import { redeemCode } from './code-exchange.js';
import { Issuers } from './issuers.js';
import { SignOnLost, SignOnNotSetUp, SignOnUnavailable } from './oidc.errors.js';
import { OidcSettings } from './oidc-settings.entity.js';
import { signOnUrls } from './oidc-settings.view.js';
import { type PendingSignOn, PendingSignOns } from './pending-sign-on.js';
import { providerFailure } from './provider-failure.js';
import { returnAddress } from './return-path.js';
import { userOf } from './sign-on-account.js';

/**
 * Logs users in at their tenant's OpenID provider: authorization code flow with PKCE, state and nonce (OpenID Connect
 * Core 1.0, section 3.1).
 */
@Injectable()
export class SignOn {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly issuers: Issuers,
    private readonly pending: PendingSignOns,
    private readonly sessions: Sessions,
    private readonly browsers: BrowserSessions,
    private readonly throttle: LoginThrottle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns the URL of the provider's log-in page @throws SignOnNotSetUp, SignOnUnavailable, SignOnInvalid */
  async begin(slug: string, path: string | undefined, { reply }: Exchange): Promise<string> {
    const settings = await this.settingsOf(slug);
    const { tenantId, issuer, clientId } = settings;
    const provider = await this.providerOf(settings);
    const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    this.pending.remember(reply, {
      tenantId,
      issuer,
      clientId,
      state,
      nonce,
      codeVerifier,
      returnTo: returnAddress(this.config.publicUrl, path),
    });
    const challenge = await calculatePKCECodeChallenge(codeVerifier);
    const { redirectUri } = signOnUrls(this.config.publicUrl, slug);
    return authorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state,
      nonce,
    });
  }

  /**
   * Opens a session for the user of the callback.
   * @returns the URL of the page after the log-in
   * @throws SignOnLost, TooManyRequests, and the errors of {@link redeemCode} and {@link userOf}
   */
  async end(slug: string, exchange: Exchange): Promise<string> {
    const { request, reply } = exchange;
    const settings = await this.settingsOf(slug);
    const { search } = new URL(request.url, this.config.publicUrl);
    const address = new URL(signOnUrls(this.config.publicUrl, slug).redirectUri + search);
    const pending = this.pending.take(request, reply, address.searchParams.get('state'));
    const isOfThese =
      pending?.tenantId === settings.tenantId &&
      pending.issuer === settings.issuer &&
      pending.clientId === settings.clientId;
    if (pending === null || !isOfThese) throw new SignOnLost();
    const limits = this.throttle.ofSignOn(settings.tenantId, request.ip);
    await this.throttle.count(limits);
    const claims = await this.redeem(settings, address, pending).catch(async (error: unknown) => {
      // Otherwise the users of an office could not log in for minutes after an outage.
      if (error instanceof SignOnUnavailable) await this.throttle.uncount(limits);
      throw error;
    });
    const opened = await this.enter(settings, claims).catch((error: unknown) => this.auditRefusal(settings, error));
    await this.throttle.uncount(limits);
    await this.browsers.give(opened, exchange);
    return pending.returnTo;
  }

  private async redeem(settings: OidcSettings, address: URL, pending: PendingSignOn): Promise<Claims> {
    return redeemCode(await this.providerOf(settings), address, pending, settings.roleClaim ?? null);
  }

  private enter(settings: OidcSettings, claims: Claims): Promise<OpenedSession> {
    const { tenantId } = settings;
    return this.database.asTenant(tenantId, async (tx) => {
      if (!(await keepActive(tx))) throw new SignOnNotSetUp();
      const user = await userOf(tx, settings, claims);
      tx.assign(user, { lastLoginAt: new Date() });
      // Locks the user before the sessions, as a change of the password does.
      await tx.flush();
      audit(tx, {
        actor: actorOf(user),
        action: 'user.logged_in',
        subject: { kind: 'user', id: user.id },
        after: { with: 'single sign-on' },
      });
      return this.sessions.open(tx, user);
    });
  }

  /** Writes a refusal to the audit log in a transaction of its own, because that of the log-in is rolled back. */
  private async auditRefusal({ tenantId }: OidcSettings, error: unknown): Promise<never> {
    if (error instanceof Problem) {
      const entry = {
        tenantId,
        actor: 'anonymous',
        action: 'user.login_refused',
        subject: { kind: 'user', id: 'unknown' },
        after: { with: 'single sign-on', code: error.code },
      };
      await this.database.asTenant(tenantId, async (tx) => {
        if (await keepActive(tx)) audit(tx, entry);
      });
    }
    throw error;
  }

  private async settingsOf(slug: string): Promise<OidcSettings> {
    const tenantId = this.keyRing.find(slug)?.tenantId;
    const settings =
      tenantId === undefined
        ? null
        : await this.database.asTenant(tenantId, (tx) => tx.findOne(OidcSettings, { tenantId }));
    if (settings === null) throw new SignOnNotSetUp();
    return settings;
  }

  private providerOf(settings: OidcSettings): Promise<Configuration> {
    const { tenantId, issuer, clientId } = settings;
    return this.issuers
      .get(tenantId, { issuer, clientId, clientSecret: openSecret(this.config.secretsKeys, settings) })
      .catch((error: unknown) => {
        throw providerFailure(error);
      });
  }
}

/** @throws SignOnInvalid if the provider's discovery document, which may have changed, has no address that may be used */
function authorizationUrl(provider: Configuration, parameters: Record<string, string>): string {
  try {
    return buildAuthorizationUrl(provider, parameters).href;
  } catch (error) {
    throw providerFailure(error);
  }
}
