import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { consoleUser } from '../factories/users.js';
import { Browser, PASSWORD } from '../harness/browser.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

let sso: SingleSignOn;

beforeAll(async () => {
  sso = await SingleSignOn.start();
});
afterAll(() => sso.close());
beforeEach(() => sso.begin());

describe('a log-in at the provider', () => {
  it('opens a session for the user with the verified address, at the requested page', async () => {
    await sso.setUp();
    const { id, email } = await consoleUser(sso.tenant, { email: sso.addAccount('ada'), role: 'author' });
    const browser = new Browser(sso.engine.url);
    const { at, session } = await sso.logIn(browser, '?returnTo=/needs%3Fseverity=4');
    expect([at, session.user]).toEqual([
      `${sso.publicUrl}/needs?severity=4`,
      { id, email, name: `User ${email}`, role: 'author' },
    ]);
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('edifyd'))).toEqual([
      'edifyd_session',
      'edifyd_device',
    ]);
    expect(await auditOf(sso.tenant, { action: 'user.linked' })).toMatchObject([
      { actor: `user:${email}`, after: { issuer: sso.issuer.url, subject: 'ada' } },
    ]);
    expect(await auditOf(sso.tenant, { action: 'user.logged_in' })).toMatchObject([
      { after: { with: 'single sign-on' } },
    ]);
    // From now on the subject identifies the user, whatever the address.
    sso.addAccount('ada', { email: 'new@elsewhere.example', email_verified: false });
    expect((await sso.logIn()).session.user.id).toBe(id);
    expect((await sso.logIn(new Browser(sso.engine.url), '?returnTo=//evil.example')).at).toBe(`${sso.publicUrl}/`);
  });

  it('gives access to no other user: an unverified address, another subject, or a deactivated user is refused', async () => {
    await sso.setUp();
    const { id, email } = await consoleUser(sso.tenant, { email: sso.addAccount('ada') });
    await consoleUser(sso.tenant, { email: 'grace@acme.example' });
    sso.addAccount('ada', { email_verified: false });
    expect((await sso.logIn()).code).toBe('sign_on_email');
    sso.addAccount('ada');
    expect((await sso.logIn()).session.user.id).toBe(id);
    sso.addAccount('eve', { email });
    expect((await sso.logIn()).code).toBe('sign_on_no_account');
    sso.addAccount('ada');
    await sso.tenant.admin('PATCH', `/users/${id}`, { active: false });
    expect((await sso.logIn()).code).toBe('sign_on_no_account');
    sso.addAccount('nobody');
    expect((await sso.logIn()).code).toBe('sign_on_no_account');
    expect(await auditOf(sso.tenant, { action: 'user.login_refused' })).toMatchObject(
      ['sign_on_email', 'sign_on_no_account', 'sign_on_no_account', 'sign_on_no_account'].map((code) => ({
        after: { code },
      })),
    );
  });

  it('creates users from allowed domains, if enabled', async () => {
    await sso.setUp({
      provision: true,
      emailDomains: ['acme.example'],
      roleClaim: 'groups',
      roles: [{ value: 'safety', role: 'author' }],
      defaultRole: null,
    });
    sso.addAccount('ada', { groups: ['staff', 'safety'], name: 'Ada Lovelace' });
    expect((await sso.logIn()).session.user).toMatchObject({
      email: 'ada@acme.example',
      name: 'Ada Lovelace',
      role: 'author',
    });
    sso.addAccount('bob', { groups: ['staff'] });
    expect((await sso.logIn()).code).toBe('sign_on_no_role');
    sso.addAccount('eve', { email: 'eve@evil.example', groups: ['safety'] });
    expect((await sso.logIn()).code).toBe('sign_on_email');
    expect((await new Browser(sso.engine.url).logIn(sso.tenant.slug, 'ada@acme.example', PASSWORD)).status).toBe(401);
    const { items } = await sso.tenant.api.listUsers();
    expect(items).toMatchObject([{ email: 'ada@acme.example', hasPassword: false }]);
  });

  it('follows the role of the claim, but never leaves a tenant without an admin', async () => {
    await sso.setUp({ roleClaim: 'groups', roles: [{ value: 'chiefs', role: 'admin' }], defaultRole: 'viewer' });
    await consoleUser(sso.tenant, { email: sso.addAccount('ada', { groups: 'staff' }), role: 'admin' });
    expect((await sso.logIn()).session.user.role).toBe('admin');
    await consoleUser(sso.tenant, { email: sso.addAccount('grace', { groups: ['chiefs'] }), role: 'author' });
    expect((await sso.logIn()).session.user.role).toBe('admin');
    sso.addAccount('ada', { groups: [] });
    expect((await sso.logIn()).session.user.role).toBe('viewer');
    sso.addAccount('grace', { groups: [] });
    expect((await sso.logIn()).session.user.role).toBe('admin');
    expect(await auditOf(sso.tenant, { action: 'user.changed' })).toEqual([
      { action: 'user.changed', actor: 'single_sign_on', before: { role: 'author' }, after: { role: 'admin' } },
      { action: 'user.changed', actor: 'single_sign_on', before: { role: 'admin' }, after: { role: 'viewer' } },
    ]);
  });

  it('disables passwords after an admin has logged in by it, and enables them when it is removed', async () => {
    await sso.setUp();
    const { email } = await consoleUser(sso.tenant, { email: sso.addAccount('ada') });
    const byPassword = async (): Promise<number> =>
      (await new Browser(sso.engine.url).logIn(sso.tenant.slug, email, PASSWORD)).status;
    await sso.logIn();
    const alone = async (change: string): Promise<number> => {
      await sso.engine.database.query(`update console_user set ${change} where email = $1`, [email]);
      return (await sso.setUp({ passwordsAllowed: false })).status;
    };
    expect([await alone(`role = 'viewer'`), await alone(`role = 'admin', active = false`)]).toEqual([409, 409]);
    expect(await alone('active = true')).toBe(200);
    expect([await byPassword(), (await sso.logIn()).session.user.email]).toEqual([401, email]);
    // The provider is lost, and nobody can log in through it: the operator allows passwords again.
    expect(
      (await sso.engine.operator('POST', `/tenants/${sso.tenant.slug}/admins`, { email: 'grace@acme.example' })).status,
    ).toBe(200);
    expect(await sso.tenant.admin('GET', '/oidc')).toMatchObject({ body: { passwordsAllowed: true } });
    expect(await byPassword()).toBe(200);
    await sso.setUp({ passwordsAllowed: false });
    await sso.tenant.admin('DELETE', '/oidc');
    expect([await byPassword(), (await sso.logIn()).code]).toEqual([200, 'sign_on_not_set_up']);
  });
});

describe('wrong passwords by others', () => {
  afterEach(() => sso.engine.database.query('delete from login_attempt'));

  it('do not lock out a user of single sign-on, nor a browser that has used it', async () => {
    await sso.setUp();
    const { email } = await consoleUser(sso.tenant, { email: sso.addAccount('ada') });
    // As many as a network may try, all from the address of this test, and more than an account takes.
    const guesses = Array.from({ length: 101 }, () =>
      new Browser(sso.engine.url).logIn(sso.tenant.slug, email, 'wrong'),
    );
    expect(new Set((await Promise.all(guesses)).map(({ status }) => status))).toEqual(new Set([401, 429]));
    const browser = new Browser(sso.engine.url);
    expect((await sso.logIn(browser)).session.user.email).toBe(email);
    expect((await browser.logIn(sso.tenant.slug, email, PASSWORD)).status).toBe(200);
    expect((await new Browser(sso.engine.url).logIn(sso.tenant.slug, email, PASSWORD)).status).toBe(429);
  });
});
