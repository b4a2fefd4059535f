import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { changesOf } from '../factories/audit.js';
import { consoleUser, inviteUser, logInStatus, loggedIn, setPassword } from '../factories/users.js';
import { behindLock } from '../harness/behind-lock.js';
import { PASSWORD } from '../harness/browser.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine({
    worker: false,
    environment: { PUBLIC_URL: 'http://readiness.example', LOG_LEVEL: 'error' },
  });
});
afterAll(() => engine.close());
beforeEach(async () => {
  tenant = await engine.createTenant();
});

describe('changing a user', () => {
  it('changes the given fields, increments the version, and refuses a stale one', async () => {
    const { id } = await inviteUser(tenant);
    const changed = await tenant.admin<Schemas['InvitedUser']>(
      'PATCH',
      `/users/${id}`,
      { name: 'Ada L.', role: 'viewer' },
      { 'if-match': '"1"' },
    );
    expect(changed).toMatchObject({
      status: 200,
      body: { email: 'ada@acme.example', name: 'Ada L.', role: 'viewer', version: 2 },
    });
    expect((await tenant.admin('PATCH', `/users/${id}`, { name: 'Other' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await tenant.admin<Schemas['InvitedUser']>('PATCH', `/users/${id}`, { role: 'viewer' })).body.version).toBe(
      2,
    );
    expect(await changesOf(tenant, 'user.changed')).toEqual([
      {
        actor: 'token:first admin',
        before: { name: 'Ada', role: 'author' },
        after: { name: 'Ada L.', role: 'viewer' },
      },
    ]);
  });

  it('applies to an open session', async () => {
    const { id, email } = await consoleUser(tenant, { email: 'ada@acme.example', role: 'author' });
    const browser = await loggedIn(tenant, email);
    expect((await browser.call('POST', '/admin/courses', { title: 'Mine' })).status).toBe(201);
    await tenant.admin('PATCH', `/users/${id}`, { role: 'viewer' });
    expect((await browser.call('POST', '/admin/courses', { title: 'Mine too' })).status).toBe(403);
    expect((await browser.call('GET', '/admin/courses')).status).toBe(200);
  });

  it('ends the sessions of a deactivated or deleted user, and allows log-ins again after activation', async () => {
    const { id, email } = await consoleUser(tenant, { email: 'ada@acme.example' });
    await consoleUser(tenant, { email: 'grace@acme.example' });
    const browser = await loggedIn(tenant, email);
    await tenant.admin('PATCH', `/users/${id}`, { active: false });
    expect((await browser.call('GET', '/admin/me')).status).toBe(401);
    expect(await logInStatus(tenant, email)).toBe(401);
    await tenant.admin('PATCH', `/users/${id}`, { active: true });
    expect((await browser.call('GET', '/admin/me')).status).toBe(401);
    expect(await logInStatus(tenant, email)).toBe(200);
    expect((await tenant.admin('DELETE', `/users/${id}`)).status).toBe(204);
    expect((await tenant.admin('GET', `/users/${id}`)).status).toBe(404);
    expect(await logInStatus(tenant, email)).toBe(401);
    expect(await changesOf(tenant, 'user.deleted')).toMatchObject([{ before: { email, role: 'admin' } }]);
    expect(
      await engine.database.query('select count(*)::int as sessions from console_session where tenant_id = $1', [
        tenant.id,
      ]),
    ).toEqual([{ sessions: 0 }]);
  });

  it('waits for a user who sets a password at the same moment', async () => {
    const { id, invitation } = await inviteUser(tenant);
    const [set, deactivated] = await behindLock(
      engine,
      ['select from password_link where tenant_id = $1 for update', tenant.id],
      () => setPassword(engine, invitation.token, PASSWORD),
      () => tenant.admin('PATCH', `/users/${id}`, { active: false }),
    );
    expect([set.status, deactivated.status]).toEqual([200, 200]);
    expect(await logInStatus(tenant, 'ada@acme.example')).toBe(401);
  });

  it('resets a password: the old one and the sessions end, and a link sets a new one', async () => {
    const { id, email } = await consoleUser(tenant, { email: 'ada@acme.example' });
    const browser = await loggedIn(tenant, email);
    const { status, body } = await tenant.admin<{ token: string; expiresAt: string }>(
      'POST',
      `/users/${id}/reset-password`,
    );
    expect(status).toBe(200);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeLessThan(25 * 3_600_000);
    expect((await browser.call('GET', '/admin/me')).status).toBe(401);
    expect(await logInStatus(tenant, email)).toBe(401);
    expect((await setPassword(engine, body.token, 'another mumble granite 4')).status).toBe(200);
    expect(await logInStatus(tenant, email, 'another mumble granite 4')).toBe(200);
  });

  it('stores no link, password or session as plain text, and none in the audit log', async () => {
    const { email } = await consoleUser(tenant, { email: 'ada@acme.example' });
    const { invitation } = await inviteUser(tenant, { email: 'open@acme.example', role: 'viewer' });
    const browser = await loggedIn(tenant, email);
    const dump = await engine.database.query<{ row: string }>(
      `select row::text from console_user row union all select row::text from password_link row
        union all select row::text from console_session row union all select row::text from audit_entry row`,
    );
    const text = dump.map(({ row }) => row).join('\n');
    expect(text).toContain(email);
    for (const secret of [
      PASSWORD,
      invitation.token,
      browser.cookies.get('edifyd_session') ?? '',
      browser.csrfToken ?? '',
    ]) {
      for (const form of [secret, Buffer.from(secret).toString('hex'), secret.slice(8)])
        expect(text).not.toContain(form);
    }
  });
});
