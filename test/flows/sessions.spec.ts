import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { changesOf } from '../factories/audit.js';
import { changeTenant } from '../factories/tenants.js';
import { hasSession, logInStatus, loggedIn, loggedInUser } from '../factories/users.js';
import { behindLock } from '../harness/behind-lock.js';
import { Browser, PASSWORD, type Session } from '../harness/browser.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';

const EMAIL = 'ada@acme.example';

let engine: SharedEngine;
let tenant: TestTenant;
let browser: Browser;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  browser = await loggedInUser(tenant, { email: EMAIL });
});

const ageSessions = (change: string): Promise<unknown> =>
  engine.database.query(`update console_session set ${change} where tenant_id = $1`, [tenant.id]);

describe('a session of the console', () => {
  it('opens the admin API, and shows who is logged in', async () => {
    expect((await browser.call('GET', '/admin/me')).body).toEqual({
      tenant: { slug: tenant.slug, name: `Tenant ${tenant.slug}` },
      name: `User ${EMAIL}`,
      role: 'admin',
      user: { id: expect.stringMatching(/^usr_/), email: EMAIL },
    });
    expect((await tenant.admin('GET', '/me')).body).toMatchObject({ name: 'first admin', role: 'admin', user: null });
    const { status, body } = await browser.call<Session>('GET', '/auth/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tenant: { slug: tenant.slug },
      user: { email: EMAIL, role: 'admin' },
      csrfToken: browser.csrfToken,
    });
    expect(await new Browser(engine.url).call('GET', '/auth/session')).toMatchObject({
      status: 401,
      body: { code: 'unauthorized' },
    });
  });

  it('appears in the audit log as the user', async () => {
    await browser.call('POST', '/admin/courses', { title: 'Mine' });
    expect(await changesOf(tenant, 'course.created')).toMatchObject([{ actor: `user:${EMAIL}` }]);
  });

  it('ends with the log-out, also for a copied cookie', async () => {
    const thief = new Browser(engine.url);
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect(await hasSession(thief)).toBe(true);
    expect((await browser.call('POST', '/auth/logout')).status).toBe(204);
    expect([...browser.cookies.keys()]).toEqual(['edifyd_device']);
    expect(await hasSession(thief)).toBe(false);
    expect((await browser.call('POST', '/auth/logout')).status).toBe(204);
    expect((await thief.call('POST', '/auth/logout')).status).toBe(204);
    expect(await changesOf(tenant, 'user.logged_out')).toMatchObject([{ actor: `user:${EMAIL}` }]);
  });

  it('ends when the same browser logs in again, and another browser keeps its own', async () => {
    const [former, other] = [new Browser(engine.url), await loggedIn(tenant, EMAIL)];
    for (const [name, value] of browser.cookies) former.cookies.set(name, value);
    await browser.logIn(tenant.slug, EMAIL, PASSWORD);
    expect([await hasSession(browser), await hasSession(former), await hasSession(other)]).toEqual([true, false, true]);
    await browser.logIn(tenant.slug, EMAIL, 'not the password');
    expect(await hasSession(browser)).toBe(true);
  });

  it('ends if it is not used for eight hours, and continues if it is', async () => {
    await ageSessions(`last_used_at = now() - interval '7 hours 59 minutes'`);
    expect(await hasSession(browser)).toBe(true);
    await ageSessions(`last_used_at = last_used_at - interval '7 hours 59 minutes'`);
    expect(await hasSession(browser)).toBe(true);
    await ageSessions(`last_used_at = now() - interval '8 hours 1 second'`);
    expect(await hasSession(browser)).toBe(false);
  });

  it('ends with a reset of the password, and none is opened during the reset', async () => {
    const [user] = (await tenant.api.listUsers()).items;
    await engine.database.query(
      `insert into password_link (tenant_id, user_id, kind, hash, expires_at)
        select tenant_id, id, 'reset', 'h', now() from console_user where tenant_id = $1`,
      [tenant.id],
    );
    const [reset, during] = await behindLock(
      engine,
      ['select from password_link where tenant_id = $1 for update', tenant.id],
      () => tenant.admin('POST', `/users/${user?.id}/reset-password`),
      () => logInStatus(tenant, EMAIL),
    );
    expect([reset.status, during]).toEqual([200, 401]);
    expect(await hasSession(browser)).toBe(false);
  });

  it('ends after seven days in any case, and is deleted by the next log-in', async () => {
    const [row] = await engine.database.query<{ days: number }>(
      `select extract(epoch from max(expires_at) - now()) / 86400 as days from console_session where tenant_id = $1`,
      [tenant.id],
    );
    expect(Number(row?.days)).toBeCloseTo(7, 2);
    await ageSessions('expires_at = now()');
    expect(await hasSession(browser)).toBe(false);
    await loggedIn(tenant, EMAIL);
    expect(
      await engine.database.query('select count(*)::int as sessions from console_session where tenant_id = $1', [
        tenant.id,
      ]),
    ).toEqual([{ sessions: 1 }]);
  });

  it('ends when the tenant is suspended, and does not return when it is activated', async () => {
    await changeTenant(engine, tenant, { status: 'suspended' });
    expect(await hasSession(browser)).toBe(false);
    expect((await new Browser(engine.url).logIn(tenant.slug, EMAIL, PASSWORD)).status).toBe(401);
    await changeTenant(engine, tenant, { status: 'active' });
    expect(await hasSession(browser)).toBe(false);
    expect(await hasSession(await loggedIn(tenant, EMAIL))).toBe(true);
  });

  it('has responses that no cache stores, like all calls of the API', async () => {
    const cached = async (method: string, path: string, body?: object): Promise<string | null> =>
      (await browser.call(method, path, body)).headers.get('cache-control');
    expect(await cached('GET', '/auth/session')).toBe('no-store');
    expect(await cached('GET', '/admin/me')).toBe('no-store');
    expect(await cached('POST', '/admin/tokens', { name: 'payroll', role: 'viewer' })).toBe('no-store');
    expect(await cached('POST', '/auth/login', { tenant: tenant.slug, email: EMAIL, password: PASSWORD })).toBe(
      'no-store',
    );
    expect(await cached('POST', '/auth/login', { tenant: tenant.slug, email: EMAIL, password: 'wrong' })).toBe(
      'no-store',
    );
    expect(await cached('GET', '/admin/needs/need_01jd0000000000000000000000')).toBe('no-store');
    expect(await cached('GET', '/admin/nothing')).toBe('no-store');
    const users = await httpCall('GET', `${engine.url}/engine/scim/v2/Users`, {
      headers: { authorization: `Bearer ${tenant.adminToken}` },
    });
    expect([users.status, users.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const anonymous = await httpCall('GET', `${engine.url}/engine/v1/admin/me`);
    expect([anonymous.status, anonymous.headers.get('cache-control')]).toEqual([401, 'no-store']);
  });
});
