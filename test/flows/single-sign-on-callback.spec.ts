import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { consoleUser } from '../factories/users.js';
import { Browser } from '../harness/browser.js';
import { CLIENT } from '../harness/openid-issuer.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

let sso: SingleSignOn;

beforeAll(async () => {
  sso = await SingleSignOn.start();
});
afterAll(() => sso.close());
beforeEach(() => sso.begin());

describe('the callback of the provider', () => {
  /** Logs in as far as the address that the provider sends the browser back to. */
  const comeBack = async (browser: Browser): Promise<string> =>
    (await sso.follow(browser, sso.startUrl(), /\/callback\?/)).at;
  const codeAt = async (browser: Browser, at: string): Promise<string | undefined> =>
    (await sso.follow(browser, at)).body.code;

  beforeEach(async () => {
    await sso.setUp();
    await consoleUser(sso.tenant, { email: sso.addAccount('ada') });
  });

  it('is valid for the browser that started it, once, and in its own tenant', async () => {
    const browser = new Browser(sso.engine.url);
    const at = await comeBack(browser);
    const cookie = browser.cookies.get('edifyd_sign_on') ?? '';
    expect(await codeAt(new Browser(sso.engine.url), at)).toBe('sign_on_lost');
    const other = await sso.createTenant();
    await other.admin('PUT', '/oidc', { issuer: sso.issuer.url, ...CLIENT });
    const elsewhere = new Browser(sso.engine.url);
    elsewhere.cookies.set('edifyd_sign_on', cookie);
    expect(await codeAt(elsewhere, at.replace(sso.tenant.slug, other.slug))).toBe('sign_on_lost');
    expect((await sso.follow(browser, at)).at).toBe(`${sso.publicUrl}/`);
    expect(await codeAt(browser, at)).toBe('sign_on_lost');
    // Who kept the cookie: the provider gives nothing for a code a second time.
    browser.cookies.set('edifyd_sign_on', cookie);
    expect(await codeAt(browser, at)).toBe('sign_on_invalid');
  });

  it('of an earlier log-in, in another tab, leaves the later one pending', async () => {
    const browser = new Browser(sso.engine.url);
    const [earlier, later] = [await comeBack(browser), await comeBack(browser)];
    expect(await codeAt(browser, earlier)).toBe('sign_on_lost');
    expect((await sso.follow(browser, later)).at).toBe(`${sso.publicUrl}/`);
  });

  it.each([
    ['another state', (at: string) => at.replace(/state=[^&]*/, 'state=other'), 'sign_on_lost'],
    ["a code of nobody's", (at: string) => at.replace(/code=[^&]*/, 'code=other'), 'sign_on_invalid'],
    ['another issuer', (at: string) => at.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example'), 'sign_on_invalid'],
  ])('is refused with %s', async (_what, forge, code) => {
    const browser = new Browser(sso.engine.url);
    expect(await codeAt(browser, forge(await comeBack(browser)))).toBe(code);
    expect((await browser.call('GET', '/auth/session')).status).toBe(401);
  });

  it.each([
    ['cannot be stored', 'ada\0'],
    ['is longer than the standard allows', 'a'.repeat(256)],
  ])('is refused if the subject %s', async (_what, subject) => {
    sso.addAccount(subject, { email: 'ada@acme.example' });
    expect((await sso.logIn()).code).toBe('sign_on_invalid');
  });

  it('is refused after ten minutes, and with a forged cookie', async () => {
    const browser = new Browser(sso.engine.url);
    const at = await comeBack(browser);
    browser.cookies.set('edifyd_sign_on', `${browser.cookies.get('edifyd_sign_on')?.slice(0, -4)}AAAA`);
    expect(await codeAt(browser, at)).toBe('sign_on_lost');
    const { headers } = await browser.call('GET', sso.localUrl(sso.startUrl()));
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^edifyd_sign_on=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect(headers.get('cache-control')).toBe('no-store');
    const asked = new URL(headers.get('location') ?? '').searchParams;
    expect([
      asked.get('code_challenge_method'),
      asked.get('response_type'),
      asked.get('nonce')?.length,
      asked.get('redirect_uri'),
    ]).toEqual(['S256', 'code', 43, `${sso.publicUrl}/engine/v1/auth/oidc/${sso.tenant.slug}/callback`]);
  });

  it('redirects to the log-in page with an error code', async () => {
    sso.issuer.account = null;
    const browser = new Browser(sso.engine.url);
    const html = { accept: 'text/html,application/xhtml+xml' };
    const { headers } = await browser.call('GET', sso.localUrl(await comeBack(browser)), undefined, html);
    expect(headers.get('location')).toBe(`${sso.publicUrl}/login?tenant=${sso.tenant.slug}&error=sign_on_refused`);
    const nowhere = await browser.call('GET', sso.localUrl(sso.startUrl('nowhere')), undefined, html);
    expect([nowhere.status, nowhere.headers.get('location')]).toEqual([
      302,
      `${sso.publicUrl}/login?tenant=nowhere&error=sign_on_not_set_up`,
    ]);
  });

  it('is refused if the client has got another secret at the provider', async () => {
    await sso.issuer.renewSecret('a newer secret');
    try {
      expect((await sso.logIn()).code).toBe('sign_on_invalid');
    } finally {
      await sso.issuer.renewSecret(CLIENT.clientSecret);
    }
  });
});
