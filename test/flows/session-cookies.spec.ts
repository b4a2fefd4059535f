import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hasSession, loggedIn, loggedInUser } from '../factories/users.js';
import { Browser, PASSWORD } from '../harness/browser.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';
import { withProcess } from '../harness/with-process.js';

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

describe('the cookie of a session', () => {
  it('can be read by no script, and used by no other site', async () => {
    const { headers } = await new Browser(engine.url).logIn(tenant.slug, EMAIL, PASSWORD);
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^edifyd_session=eds_[\w-]{64}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^edifyd_device=[\w-]{86}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('is not set by a form of another site, which cannot send JSON', async () => {
    const body = JSON.stringify({ tenant: tenant.slug, email: EMAIL, password: PASSWORD });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const response = await httpCall('POST', `${engine.url}/engine/v1/auth/login`, {
        headers: { 'content-type': type },
        body,
      });
      expect([type, [415, 422].includes(response.status), response.headers.getSetCookie()]).toEqual([type, true, []]);
    }
  });

  it('is secure if the engine is reached by TLS', async () => {
    const environment = { PUBLIC_URL: 'https://readiness.example' };
    await withProcess(engine, { worker: false, environment }, async (behindTls) => {
      const { headers } = await new Browser(behindTls.url).logIn(tenant.slug, EMAIL, PASSWORD);
      expect(headers.getSetCookie()).toEqual([
        expect.stringMatching(
          /^__Host-edifyd_session=eds_[\w-]{64}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        ),
        expect.stringMatching(
          /^__Host-edifyd_device=[\w-]{86}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        ),
      ]);
    });
  });

  it("opens nothing if it is forged, another tenant's, or a bearer token", async () => {
    const [name, value] = [...browser.cookies][0] ?? ['', ''];
    const other = await engine.createTenant();
    const [row] = await engine.database.query<{ id: string }>('select id from tenant where slug = $1', [other.slug]);
    const moved = Buffer.from(value.slice(4), 'base64url');
    Buffer.from((row?.id ?? '').replaceAll('-', ''), 'hex').copy(moved);
    for (const forged of [
      '',
      'x',
      `${value}x`,
      value.slice(0, -1),
      `eds_${moved.toString('base64url')}`,
      tenant.adminToken,
      value.replace('eds_', 'edt_'),
    ]) {
      browser.cookies.set(name, forged);
      expect([forged, await hasSession(browser)]).toEqual([forged, false]);
    }
    const asBearer = await tenant.as(value).call('GET', '/me');
    expect(asBearer.status).toBe(401);
  });
});

describe("a change with a session's cookie", () => {
  const change = async (headers: Record<string, string>): Promise<unknown> => {
    const { status, body } = await browser.call<{ code?: string }>(
      'POST',
      '/admin/courses',
      { title: 'A course' },
      headers,
    );
    return [status, body.code];
  };

  it("requires the session's CSRF token", async () => {
    expect(await change({})).toEqual([201, undefined]);
    const other = await loggedIn(tenant, EMAIL);
    for (const token of ['', 'x', other.csrfToken ?? ''])
      expect(await change({ 'x-csrf-token': token })).toEqual([403, 'csrf_token']);
    browser.csrfToken = null;
    expect(await change({})).toEqual([403, 'csrf_token']);
    expect(await hasSession(browser)).toBe(true);
    expect((await browser.call('POST', '/auth/logout')).status).toBe(403);
    expect(await hasSession(browser)).toBe(true);
  });

  it('requires none with a bearer token, and ignores the cookie then', async () => {
    browser.csrfToken = null;
    expect(await change({ authorization: `Bearer ${tenant.adminToken}` })).toEqual([201, undefined]);
    expect(await change({ authorization: 'Bearer wrong' })).toEqual([401, 'unauthorized']);
  });
});
