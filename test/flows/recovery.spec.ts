import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { consoleUser, loggedIn } from '../factories/users.js';
import { Browser, PASSWORD } from '../harness/browser.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';

const NEXT = 'lantern gravel whisper 8';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** Has the operator let somebody in, who then sets a password and logs in. @returns the role that the session has */
const recover = async (email: string): Promise<string> => {
  const answer = await engine.operator('POST', `/tenants/${tenant.slug}/admins`, { email });
  expect(answer.status).toBe(200);
  const { token } = (await answer.json()) as { token: string };
  const browser = new Browser(engine.url);
  expect((await browser.call('POST', '/auth/password', { token, password: NEXT })).status).toBe(200);
  return (await browser.logIn(tenant.slug, email, NEXT)).body.user.role;
};
const audited = (): Promise<object[]> =>
  engine.database.query(
    `select action, before, after from audit_entry where tenant_id = $1 and actor = 'operator' and action like 'user.%'
      order by audit_entry.id`,
    [tenant.id],
  );

describe('a tenant whose admins cannot log in', () => {
  it('gets an admin who can log in again, and whose old password and sessions end', async () => {
    const { email } = await consoleUser(tenant, { email: 'ada@acme.example' });
    const browser = await loggedIn(tenant, email);
    expect(await recover('Ada@acme.example')).toBe('admin');
    expect((await browser.call('GET', '/admin/me')).status).toBe(401);
    expect((await new Browser(engine.url).logIn(tenant.slug, email, PASSWORD)).status).toBe(401);
    expect(await audited()).toMatchObject([{ action: 'user.password_reset' }]);
  });

  it('gets a new admin: another user, a deactivated one, or an unknown person', async () => {
    const { id, email } = await consoleUser(tenant, { email: 'bob@acme.example', role: 'viewer' });
    await tenant.admin('PATCH', `/users/${id}`, { active: false });
    expect(await recover(email)).toBe('admin');
    expect(await recover('new@acme.example')).toBe('admin');
    expect(await audited()).toMatchObject([
      { action: 'user.changed', before: { role: 'viewer', active: false }, after: { role: 'admin', active: true } },
      { action: 'user.password_reset' },
      { action: 'user.created', after: { email: 'new@acme.example', role: 'admin' } },
    ]);
  });

  it('is recovered by the operator only, and only if it exists', async () => {
    expect((await engine.operator('POST', '/tenants/nowhere/admins', { email: 'ada@acme.example' })).status).toBe(404);
    expect(
      (await engine.operator('POST', `/tenants/${tenant.slug}/admins`, { email: 'ada', role: 'admin' })).status,
    ).toBe(422);
    const headers = { authorization: `Bearer ${tenant.adminToken}`, 'content-type': 'application/json' };
    expect(
      (
        await httpCall('POST', `${engine.url}/engine/v1/operator/tenants/${tenant.slug}/admins`, {
          headers,
          body: '{"email":"ada@acme.example"}',
        })
      ).status,
    ).toBe(401);
  });
});
