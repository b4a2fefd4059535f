import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { hasSession, logInStatus, loggedIn, loggedInUser } from '../factories/users.js';
import { behindLock } from '../harness/behind-lock.js';
import { type Browser, PASSWORD } from '../harness/browser.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
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

describe("changing one's own password", () => {
  const next = 'lantern gravel whisper 8';
  const change = (body: object): ReturnType<Browser['call']> => browser.call('POST', '/admin/me/password', body);

  it("requires the current one, ends the user's other sessions and keeps this one", async () => {
    const elsewhere = await loggedIn(tenant, EMAIL);
    expect((await change({ currentPassword: PASSWORD, newPassword: next })).status).toBe(204);
    expect([await hasSession(browser), await hasSession(elsewhere)]).toEqual([true, false]);
    expect(await logInStatus(tenant, EMAIL)).toBe(401);
    expect(await logInStatus(tenant, EMAIL, next)).toBe(200);
    const entries = await auditOf(tenant, { action: 'user.password_set' });
    // By the link of the invitation, and by this change.
    expect(entries.map(({ actor }) => actor)).toEqual([`user:${EMAIL}`, `user:${EMAIL}`]);
  });

  it('refuses a wrong current one, an easily guessed new one, and an API token', async () => {
    expect(await change({ currentPassword: next, newPassword: next })).toMatchObject({
      status: 403,
      body: { code: 'wrong_password' },
    });
    expect(await change({ currentPassword: PASSWORD, newPassword: `${tenant.slug}-password` })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'newPassword' }] },
    });
    expect(await tenant.admin('POST', '/me/password', { currentPassword: PASSWORD, newPassword: next })).toMatchObject({
      status: 409,
      body: { code: 'no_password' },
    });
    expect(await logInStatus(tenant, EMAIL)).toBe(200);
  });

  it('loses to a reset that happens while the current one is checked', async () => {
    const [changed] = await behindLock(
      engine,
      ['update console_user set password_hash = null where tenant_id = $1 and email = $2', tenant.id, EMAIL],
      () => change({ currentPassword: PASSWORD, newPassword: next }),
    );
    expect(changed).toMatchObject({ status: 403, body: { code: 'wrong_password' } });
    expect(await logInStatus(tenant, EMAIL, next)).toBe(401);
  });

  it('is throttled for a person at an unattended screen, and a change that succeeds does not count', async () => {
    expect((await change({ currentPassword: PASSWORD, newPassword: next })).status).toBe(204);
    for (let tries = 0; tries < 10; tries++)
      expect((await change({ currentPassword: `wrong ${tries}`, newPassword: next })).status).toBe(403);
    expect(await change({ currentPassword: next, newPassword: PASSWORD })).toMatchObject({
      status: 429,
      body: { code: 'rate_limited' },
    });
    expect(await hasSession(browser)).toBe(true);
  });
});
