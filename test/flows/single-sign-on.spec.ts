import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser, type BrowserResponse, PASSWORD, type Session, addUser } from '../harness/browser.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { freePort } from '../../bench/harness/stage/ports.js';
import { CLIENT, OpenIdIssuer } from '../harness/openid-issuer.js';
import type { TestTenant } from '../harness/tenant.js';

const SLUGS = Array.from({ length: 40 }, (_, index) => `sso-${index}`);

let engine: TestEngine;
let issuer: OpenIdIssuer;
let publicUrl: string;
let tenant: TestTenant;
let tenants = 0;

beforeAll(async () => {
  publicUrl = `http://127.0.0.1:${await freePort()}`;
  issuer = await OpenIdIssuer.start(SLUGS.map((slug) => `${publicUrl}/engine/v1/auth/oidc/${slug}/callback`));
  engine = await startEngine({
    worker: false,
    environment: { PUBLIC_URL: publicUrl, OUTBOUND_NETWORKS: '127.0.0.1', LOG_LEVEL: 'silent' },
  });
});
afterAll(async () => {
  await engine.close();
  await issuer.close();
});
beforeEach(async () => {
  tenant = await engine.createTenant(SLUGS[tenants++]);
  issuer.claims.clear();
});

const setUp = (more: object = {}): ReturnType<TestTenant['admin']> =>
  tenant.admin('PUT', '/oidc', { issuer: issuer.url, ...CLIENT, ...more });

/** Somebody at the provider. */
const known = (account: string, claims: Record<string, unknown> = {}): string => {
  issuer.claims.set(account, { email: `${account}@acme.example`, email_verified: true, name: account, ...claims });
  issuer.account = account;
  return `${account}@acme.example`;
};

/**
 * Goes where a browser is sent, until it is sent nowhere or to a page of the console. The engine is reached where it
 * listens.
 */
const follow = async (
  browser: Browser,
  url: string,
  stopAt = /never/,
): Promise<BrowserResponse<{ code?: string }> & { at: string }> => {
  for (let at = url; ;) {
    const answer = await browser.call<{ code?: string }>('GET', at.replace(publicUrl, engine.url));
    const next = answer.headers.get('location');
    if (next === null) return { ...answer, at };
    at = new URL(next, at).href;
    if (stopAt.test(at) || (at.startsWith(publicUrl) && !at.includes('/engine/'))) return { ...answer, at };
  }
};
const begin = (slug = tenant.slug, query = ''): string => `${publicUrl}/engine/v1/auth/oidc/${slug}/start${query}`;
const logIn = async (
  browser = new Browser(engine.url),
  query = '',
): Promise<{ at: string; code: string | undefined; session: Session }> => {
  const { at, body } = await follow(browser, begin(tenant.slug, query));
  return { at, code: body.code, session: (await browser.call<Session>('GET', '/auth/session')).body };
};
const audited = (action: string): Promise<object[]> =>
  engine.database.query(
    'select actor, before, after from audit_entry join tenant on tenant.id = tenant_id where slug = $1 and action = $2 order by audit_entry.id',
    [tenant.slug, action],
  );

describe('the settings of single sign-on', () => {
  it('stores the settings, shows all but the secret, and encrypts it', async () => {
    expect(await tenant.admin('GET', '/oidc')).toMatchObject({
      status: 200,
      body: {
        issuer: null,
        passwordsAllowed: true,
        redirectUri: expect.stringContaining(`/oidc/${tenant.slug}/callback`),
        version: 0,
      },
    });
    const { status, body, headers } = await setUp({ emailDomains: ['Acme.example'] });
    const base = `${publicUrl}/engine/v1/auth/oidc/${tenant.slug}`;
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toEqual({
      issuer: issuer.url,
      clientId: CLIENT.clientId,
      defaultRole: 'viewer',
      roleClaim: null,
      roles: [],
      emailDomains: ['acme.example'],
      provision: false,
      passwordsAllowed: true,
      startUrl: `${base}/start`,
      redirectUri: `${base}/callback`,
      version: 1,
      updatedAt: expect.any(String),
    });
    expect((await tenant.admin('GET', '/oidc')).body).toEqual(body);
    const rows = await engine.database.query<{ row: string }>(
      'select row::text from oidc_settings row union all select row::text from audit_entry row',
    );
    for (const form of [CLIENT.clientSecret, Buffer.from(CLIENT.clientSecret).toString('hex')])
      expect(JSON.stringify(rows)).not.toContain(form);
    expect(await audited('single_sign_on.created')).toMatchObject([
      { after: { issuer: issuer.url, clientSecret: 'new' } },
    ]);
    expect((await tenant.admin('PUT', '/oidc', { ...CLIENT, issuer: issuer.url }, { 'if-match': '"7"' })).status).toBe(
      412,
    );
    expect([(await tenant.admin('DELETE', '/oidc')).status, (await tenant.admin('DELETE', '/oidc')).status]).toEqual([
      204, 204,
    ]);
    expect((await tenant.admin('GET', '/oidc')).body).toMatchObject({ issuer: null, version: 0 });
    expect(await audited('single_sign_on.deleted')).toMatchObject([{ before: { issuer: issuer.url }, after: null }]);
  });

  it('keeps the secret if it is omitted, but not for another issuer or client', async () => {
    await setUp();
    expect(
      await tenant.admin('PUT', '/oidc', { issuer: issuer.url, clientId: CLIENT.clientId, defaultRole: null }),
    ).toMatchObject({ status: 200, body: { defaultRole: null, version: 2 } });
    for (const change of [{ clientId: 'other' }, { issuer: 'http://127.0.0.1:9' }]) {
      const { status, body } = await tenant.admin('PUT', '/oidc', {
        issuer: issuer.url,
        clientId: CLIENT.clientId,
        ...change,
      });
      expect([status, body]).toMatchObject([422, { errors: [{ field: 'clientSecret' }] }]);
    }
  });

  it.each([
    ['nobody listens at', () => 'http://127.0.0.1:9', /cannot be called/],
    ['is no provider', () => engine.url, /no discovery document/],
    ["is in the operator's network", () => 'https://10.0.0.1', /public address/],
    [
      'has another name than it has',
      () => issuer.url.replace('127.0.0.1', 'localhost'),
      /public address|differs from the issuer/,
    ],
    ["is the machine's metadata", () => 'http://169.254.169.254/latest', /public address/],
    ['is no URL', () => 'login.example.com', /must be a URL/],
  ])('refuses an issuer that %s, with the reason', async (_what, url, message) => {
    const { status, body } = await setUp({ issuer: url() });
    expect([status, body]).toMatchObject([
      422,
      { errors: [{ field: 'issuer', message: expect.stringMatching(message) }] },
    ]);
  });

  it('refuses settings that would allow everybody, or nobody', async () => {
    expect(await setUp({ provision: true })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'emailDomains' }] },
    });
    expect(await setUp({ roles: [{ value: 'x', role: 'admin' }] })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'roleClaim' }] },
    });
    expect(
      await setUp({
        roleClaim: 'groups',
        roles: [{ value: '', role: 'owner' }],
        emailDomains: ['@acme'],
        passwords: false,
      }),
    ).toMatchObject({ status: 422 });
    expect(await setUp({ passwordsAllowed: false })).toMatchObject({ status: 409, body: { code: 'sign_on_untried' } });
  });
});

describe('a log-in at the provider', () => {
  it('opens a session for the user with the verified address, at the requested page', async () => {
    await setUp();
    const { id, email } = await addUser(engine, tenant.adminToken, { email: known('ada'), role: 'author' });
    const browser = new Browser(engine.url);
    const { at, session } = await logIn(browser, '?returnTo=/needs%3Fseverity=4');
    expect([at, session.user]).toEqual([
      `${publicUrl}/needs?severity=4`,
      { id, email, name: `User ${email}`, role: 'author' },
    ]);
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('edifyd'))).toEqual([
      'edifyd_session',
      'edifyd_device',
    ]);
    expect(await audited('user.linked')).toMatchObject([
      { actor: `user:${email}`, after: { issuer: issuer.url, subject: 'ada' } },
    ]);
    expect(await audited('user.logged_in')).toMatchObject([{ after: { with: 'single sign-on' } }]);
    // From now on the subject says who it is, whatever address it has.
    known('ada', { email: 'new@elsewhere.example', email_verified: false });
    expect((await logIn()).session.user.id).toBe(id);
    expect((await logIn(new Browser(engine.url), '?returnTo=//evil.example')).at).toBe(`${publicUrl}/`);
  });

  it('gives access to no other user: an unverified address, another subject, or a deactivated user is refused', async () => {
    await setUp();
    const { id, email } = await addUser(engine, tenant.adminToken, { email: known('ada') });
    await addUser(engine, tenant.adminToken, { email: 'grace@acme.example' });
    known('ada', { email_verified: false });
    expect((await logIn()).code).toBe('sign_on_email');
    known('ada');
    expect((await logIn()).session.user.id).toBe(id);
    known('eve', { email });
    expect((await logIn()).code).toBe('sign_on_no_account');
    known('ada');
    await tenant.admin('PATCH', `/users/${id}`, { active: false });
    expect((await logIn()).code).toBe('sign_on_no_account');
    known('nobody');
    expect((await logIn()).code).toBe('sign_on_no_account');
    expect(await audited('user.login_refused')).toMatchObject(
      ['sign_on_email', 'sign_on_no_account', 'sign_on_no_account', 'sign_on_no_account'].map((code) => ({
        after: { code },
      })),
    );
  });

  it('creates users from allowed domains, if enabled', async () => {
    await setUp({
      provision: true,
      emailDomains: ['acme.example'],
      roleClaim: 'groups',
      roles: [{ value: 'safety', role: 'author' }],
      defaultRole: null,
    });
    known('ada', { groups: ['staff', 'safety'], name: 'Ada Lovelace' });
    expect((await logIn()).session.user).toMatchObject({
      email: 'ada@acme.example',
      name: 'Ada Lovelace',
      role: 'author',
    });
    known('bob', { groups: ['staff'] });
    expect((await logIn()).code).toBe('sign_on_no_role');
    known('eve', { email: 'eve@evil.example', groups: ['safety'] });
    expect((await logIn()).code).toBe('sign_on_email');
    expect((await new Browser(engine.url).logIn(tenant.slug, 'ada@acme.example', PASSWORD)).status).toBe(401);
    expect((await tenant.admin<{ items: object[] }>('GET', '/users')).body.items).toMatchObject([
      { email: 'ada@acme.example', hasPassword: false },
    ]);
  });

  it('follows the role of the claim, but never leaves a tenant without an admin', async () => {
    await setUp({ roleClaim: 'groups', roles: [{ value: 'chiefs', role: 'admin' }], defaultRole: 'viewer' });
    await addUser(engine, tenant.adminToken, { email: known('ada', { groups: 'staff' }), role: 'admin' });
    expect((await logIn()).session.user.role).toBe('admin');
    await addUser(engine, tenant.adminToken, { email: known('grace', { groups: ['chiefs'] }), role: 'author' });
    expect((await logIn()).session.user.role).toBe('admin');
    known('ada', { groups: [] });
    expect((await logIn()).session.user.role).toBe('viewer');
    known('grace', { groups: [] });
    expect((await logIn()).session.user.role).toBe('admin');
    expect(await audited('user.changed')).toEqual([
      { actor: 'single_sign_on', before: { role: 'author' }, after: { role: 'admin' } },
      { actor: 'single_sign_on', before: { role: 'admin' }, after: { role: 'viewer' } },
    ]);
  });

  it('disables passwords after an admin has logged in by it, and enables them when it is removed', async () => {
    await setUp();
    const { email } = await addUser(engine, tenant.adminToken, { email: known('ada') });
    const byPassword = async (): Promise<number> =>
      (await new Browser(engine.url).logIn(tenant.slug, email, PASSWORD)).status;
    await logIn();
    expect((await setUp({ passwordsAllowed: false })).status).toBe(200);
    expect([await byPassword(), (await logIn()).session.user.email]).toEqual([401, email]);
    // The provider is lost, and with it the way in: the operator opens the other one.
    expect(
      (await engine.operator('POST', `/tenants/${tenant.slug}/admins`, { email: 'grace@acme.example' })).status,
    ).toBe(200);
    expect(await tenant.admin('GET', '/oidc')).toMatchObject({ body: { passwordsAllowed: true } });
    expect(await byPassword()).toBe(200);
    await setUp({ passwordsAllowed: false });
    await tenant.admin('DELETE', '/oidc');
    expect([await byPassword(), (await logIn()).code]).toEqual([200, 'sign_on_not_set_up']);
  });
});

describe('wrong passwords by others', () => {
  afterEach(() => engine.database.query('delete from login_attempt'));

  it('do not lock out a user of single sign-on, nor a browser that has used it', async () => {
    await setUp();
    const { email } = await addUser(engine, tenant.adminToken, { email: known('ada') });
    // As many as a network may try, all from the address of this test, and more than an account takes.
    const guesses = Array.from({ length: 101 }, () => new Browser(engine.url).logIn(tenant.slug, email, 'wrong'));
    expect(new Set((await Promise.all(guesses)).map(({ status }) => status))).toEqual(new Set([401, 429]));
    const browser = new Browser(engine.url);
    expect((await logIn(browser)).session.user.email).toBe(email);
    expect((await browser.logIn(tenant.slug, email, PASSWORD)).status).toBe(200);
    expect((await new Browser(engine.url).logIn(tenant.slug, email, PASSWORD)).status).toBe(429);
  });
});

describe('the callback of the provider', () => {
  /** Logs in as far as the address that the provider sends the browser back to. */
  const comeBack = async (browser: Browser): Promise<string> => (await follow(browser, begin(), /\/callback\?/)).at;
  const codeAt = async (browser: Browser, at: string): Promise<string | undefined> =>
    (await follow(browser, at)).body.code;

  beforeEach(async () => {
    await setUp();
    await addUser(engine, tenant.adminToken, { email: known('ada') });
  });

  it('is valid for the browser that started it, once, and in its own tenant', async () => {
    const browser = new Browser(engine.url);
    const at = await comeBack(browser);
    const cookie = browser.cookies.get('edifyd_sign_on') ?? '';
    expect(await codeAt(new Browser(engine.url), at)).toBe('sign_on_lost');
    const other = await engine.createTenant(SLUGS[tenants++]);
    await other.admin('PUT', '/oidc', { issuer: issuer.url, ...CLIENT });
    const elsewhere = new Browser(engine.url);
    elsewhere.cookies.set('edifyd_sign_on', cookie);
    expect(await codeAt(elsewhere, at.replace(tenant.slug, other.slug))).toBe('sign_on_lost');
    expect((await follow(browser, at)).at).toBe(`${publicUrl}/`);
    expect(await codeAt(browser, at)).toBe('sign_on_lost');
    // Who kept the cookie: the provider gives nothing for a code a second time.
    browser.cookies.set('edifyd_sign_on', cookie);
    expect(await codeAt(browser, at)).toBe('sign_on_invalid');
  });

  it.each([
    ['another state', (at: string) => at.replace(/state=[^&]*/, 'state=other'), 'sign_on_lost'],
    ["a code of nobody's", (at: string) => at.replace(/code=[^&]*/, 'code=other'), 'sign_on_invalid'],
    ['another issuer', (at: string) => at.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example'), 'sign_on_invalid'],
  ])('is refused with %s', async (_what, forge, code) => {
    const browser = new Browser(engine.url);
    expect(await codeAt(browser, forge(await comeBack(browser)))).toBe(code);
    expect((await browser.call('GET', '/auth/session')).status).toBe(401);
  });

  it('is refused after ten minutes, and with a forged cookie', async () => {
    const browser = new Browser(engine.url);
    const at = await comeBack(browser);
    browser.cookies.set('edifyd_sign_on', `${browser.cookies.get('edifyd_sign_on')?.slice(0, -4)}AAAA`);
    expect(await codeAt(browser, at)).toBe('sign_on_lost');
    const { headers } = await browser.call('GET', begin().replace(publicUrl, engine.url));
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
    ]).toEqual(['S256', 'code', 43, `${publicUrl}/engine/v1/auth/oidc/${tenant.slug}/callback`]);
  });

  it('redirects to the log-in page with an error code', async () => {
    issuer.account = null;
    const browser = new Browser(engine.url);
    const html = { accept: 'text/html,application/xhtml+xml' };
    const { headers } = await browser.call(
      'GET',
      (await comeBack(browser)).replace(publicUrl, engine.url),
      undefined,
      html,
    );
    expect(headers.get('location')).toBe(`${publicUrl}/login?tenant=${tenant.slug}&error=sign_on_refused`);
    const nowhere = await browser.call('GET', begin('nowhere').replace(publicUrl, engine.url), undefined, html);
    expect([nowhere.status, nowhere.headers.get('location')]).toEqual([
      302,
      `${publicUrl}/login?tenant=nowhere&error=sign_on_not_set_up`,
    ]);
  });

  it('is refused if the client secret is wrong', async () => {
    await setUp({ clientSecret: 'wrong' });
    expect((await logIn()).code).toBe('sign_on_invalid');
  });
});

it('a log-in gets a 503 while the provider is unavailable', async () => {
  const own = await OpenIdIssuer.start([]);
  await tenant.admin('PUT', '/oidc', { issuer: own.url, ...CLIENT });
  await own.close();
  expect(await logIn()).toMatchObject({ code: 'sign_on_unavailable' });
});
