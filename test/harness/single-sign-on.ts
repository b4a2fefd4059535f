import { freePort } from '../../bench/harness/stage/ports.js';
import { Browser, type BrowserResponse, type Session } from './browser.js';
import { type TestEngine, startEngine } from './engine.js';
import { CLIENT, OpenIdIssuer } from './openid-issuer.js';
import type { TestTenant } from './tenant.js';

const SLUGS = Array.from({ length: 40 }, (_, index) => `sso-${index}`);

/** An engine with an OpenID provider that has a registered redirect URI for each tenant's slug. */
export class SingleSignOn {
  private readonly slugs = SLUGS.values();
  private current: TestTenant | null = null;

  private constructor(
    readonly engine: TestEngine,
    readonly issuer: OpenIdIssuer,
    readonly publicUrl: string,
  ) {}

  static async start(): Promise<SingleSignOn> {
    const publicUrl = `http://127.0.0.1:${await freePort()}`;
    const issuer = await OpenIdIssuer.start(SLUGS.map((slug) => `${publicUrl}/engine/v1/auth/oidc/${slug}/callback`));
    return new SingleSignOn(
      await startEngine({ worker: false, environment: { PUBLIC_URL: publicUrl } }),
      issuer,
      publicUrl,
    );
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.issuer.close();
  }

  /** Creates a tenant, to which all other methods refer from now on, and removes all accounts from the provider. */
  async begin(): Promise<void> {
    this.current = await this.createTenant();
    this.issuer.claims.clear();
  }

  get tenant(): TestTenant {
    if (this.current === null) throw new Error('no tenant has been created yet');
    return this.current;
  }

  createTenant(): Promise<TestTenant> {
    return this.engine.createTenant(this.slugs.next().value);
  }

  /** Saves the settings. */
  setUp(more: object = {}): ReturnType<TestTenant['admin']> {
    return this.tenant.admin('PUT', '/oidc', { issuer: this.issuer.url, ...CLIENT, ...more });
  }

  /** Adds an account to the provider, which is the account of the next log-in. @returns its e-mail address */
  addAccount(account: string, claims: Record<string, unknown> = {}): string {
    const email = `${account}@acme.example`;
    this.issuer.claims.set(account, { email, email_verified: true, name: account, ...claims });
    this.issuer.account = account;
    return email;
  }

  startUrl(slug = this.tenant.slug, query = ''): string {
    return `${this.publicUrl}/engine/v1/auth/oidc/${slug}/start${query}`;
  }

  /** Replaces the origin of a public URL by the address on which the engine listens. */
  localUrl(url: string): string {
    return url.replace(this.publicUrl, this.engine.url);
  }

  /** Follows redirects like a browser, until a response is no redirect or leads to a page of the console. */
  async follow(
    browser: Browser,
    url: string,
    stopAt = /never/,
  ): Promise<BrowserResponse<{ code?: string }> & { at: string }> {
    for (let at = url; ;) {
      const answer = await browser.call<{ code?: string }>('GET', this.localUrl(at));
      const next = answer.headers.get('location');
      if (next === null) return { ...answer, at };
      at = new URL(next, at).href;
      if (stopAt.test(at) || (at.startsWith(this.publicUrl) && !at.includes('/engine/'))) return { ...answer, at };
    }
  }

  async logIn(
    browser = new Browser(this.engine.url),
    query = '',
  ): Promise<{ at: string; code: string | undefined; session: Session }> {
    const { at, body } = await this.follow(browser, this.startUrl(this.tenant.slug, query));
    return { at, code: body.code, session: (await browser.call<Session>('GET', '/auth/session')).body };
  }
}
