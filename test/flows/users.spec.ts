import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { changesOf } from '../factories/audit.js';
import { changeTenant } from '../factories/tenants.js';
import { inviteUser, logInStatus, setPassword } from '../factories/users.js';
import { Browser, PASSWORD } from '../harness/browser.js';
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

describe('inviting a user', () => {
  it('responds with 201, the user and a link that sets a password once, with which the user can log in', async () => {
    const { status, body, headers } = await tenant.admin<Schemas['InvitedUser']>('POST', '/users', {
      email: 'Ada@Acme.example',
      role: 'author',
      name: 'Ada',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^usr_[0-9a-z]{26}$/),
      email: 'ada@acme.example',
      name: 'Ada',
      role: 'author',
      active: true,
      hasPassword: false,
      lastLoginAt: null,
      createdAt: expect.any(String),
      version: 1,
      invitation: {
        token: expect.stringMatching(/^edp_[\w-]{64}$/),
        url: `http://readiness.example/set-password#${body.invitation.token}`,
        expiresAt: expect.any(String),
      },
    });
    expect(headers.get('etag')).toBe('"1"');
    expect(Date.parse(body.invitation.expiresAt) - Date.now()).toBeGreaterThan(6 * 24 * 3_600_000);
    expect(await logInStatus(tenant, 'ada@acme.example')).toBe(401);
    expect(await setPassword(engine, body.invitation.token, PASSWORD)).toMatchObject({
      status: 200,
      body: { tenant: tenant.slug, email: 'ada@acme.example' },
    });
    expect(await logInStatus(tenant, 'ada@acme.example')).toBe(200);
    expect((await tenant.admin<Schemas['InvitedUser']>('GET', `/users/${body.id}`)).body).toMatchObject({
      hasPassword: true,
      lastLoginAt: expect.any(String),
    });
    expect(await setPassword(engine, body.invitation.token, `${PASSWORD}!`)).toMatchObject({
      status: 410,
      body: { code: 'link_spent' },
    });
    expect((await changesOf(tenant, 'user.created'))[0]).toMatchObject({
      actor: 'token:first admin',
      after: { email: 'ada@acme.example', role: 'author' },
    });
    expect((await changesOf(tenant, 'user.password_set'))[0]).toMatchObject({
      actor: 'user:ada@acme.example',
      before: null,
      after: null,
    });
  });

  it('applies to the adminEmail of a new tenant, too', async () => {
    const response = await engine.operator('POST', '/tenants', {
      slug: `first-${tenant.slug}`,
      name: 'New',
      adminEmail: 'Grace@new.example',
    });
    const { invitation, adminToken } = (await response.json()) as { invitation: { token: string }; adminToken: string };
    expect((await setPassword(engine, invitation.token, PASSWORD)).status).toBe(200);
    const browser = new Browser(engine.url);
    expect((await browser.logIn(`first-${tenant.slug}`, 'grace@new.example', PASSWORD)).body.user.role).toBe('admin');
    expect(adminToken).toMatch(/^edt_/);
  });

  it('refuses a taken address, whatever its case, and each wrong field by name', async () => {
    await inviteUser(tenant);
    expect(await tenant.admin('POST', '/users', { email: 'ADA@acme.example', role: 'viewer' })).toMatchObject({
      status: 409,
      body: { code: 'email_taken', errors: [{ field: 'email', message: 'belongs to another user' }] },
    });
    const { status, body } = await tenant.admin<{ errors: Array<{ field: string }> }>('POST', '/users', {
      email: 'nobody',
      role: 'owner',
      name: '',
      password: PASSWORD,
    });
    expect(status).toBe(422);
    expect(new Set(body.errors.map(({ field }) => field))).toEqual(new Set(['email', 'role', 'name', 'password']));
  });

  it('lets one of several concurrent requests use a link', async () => {
    const { invitation } = await inviteUser(tenant);
    const statuses = await Promise.all(
      Array.from(
        { length: 6 },
        async (_, index) => (await setPassword(engine, invitation.token, `${PASSWORD} ${index}`)).status,
      ),
    );
    expect(statuses.toSorted((one, two) => one - two)).toEqual([200, 410, 410, 410, 410, 410]);
  });

  it('keeps the link for another attempt if the password violates a rule', async () => {
    const { invitation } = await inviteUser(tenant);
    for (const password of ['short', 'password1234', 'ada@acme.example']) {
      expect(await setPassword(engine, invitation.token, password)).toMatchObject({
        status: 422,
        body: { code: 'invalid', errors: [{ field: 'password' }] },
      });
    }
    expect((await setPassword(engine, invitation.token, PASSWORD)).status).toBe(200);
  });

  it('is void when the address changes, because somebody else may read the former one', async () => {
    const { id, invitation } = await inviteUser(tenant);
    await tenant.admin('PATCH', `/users/${id}`, { name: 'Ada L.', email: 'ADA@acme.example' });
    await tenant.admin('PATCH', `/users/${id}`, { email: 'ada.l@acme.example' });
    expect((await setPassword(engine, invitation.token, PASSWORD)).status).toBe(410);
    const { body: renewed } = await tenant.admin<{ token: string }>('POST', `/users/${id}/reset-password`);
    expect((await setPassword(engine, renewed.token, PASSWORD)).status).toBe(200);
  });

  it('is void when the link expires, the user is deactivated, or the tenant is suspended', async () => {
    const { id, invitation } = await inviteUser(tenant);
    await changeTenant(engine, tenant, { status: 'suspended' });
    expect((await setPassword(engine, invitation.token, PASSWORD)).status).toBe(410);
    await changeTenant(engine, tenant, { status: 'active' });
    await engine.database.query('update password_link set expires_at = now()');
    expect((await setPassword(engine, invitation.token, PASSWORD)).status).toBe(410);
    const { body: renewed } = await tenant.admin<{ token: string }>('POST', `/users/${id}/reset-password`);
    await tenant.admin('PATCH', `/users/${id}`, { active: false });
    expect((await setPassword(engine, renewed.token, PASSWORD)).status).toBe(410);
    for (const token of ['', 'edp_', 'nonsense', tenant.adminToken])
      expect((await setPassword(engine, token, PASSWORD)).status).toBe(410);
  });
});
