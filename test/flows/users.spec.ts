import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser, PASSWORD, addUser } from '../harness/browser.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

interface User {
  id: string;
  email: string;
  name: string;
  role: string;
  active: boolean;
  hasPassword: boolean;
  lastLoginAt: string | null;
  version: number;
  invitation: { token: string; url: string; expiresAt: string };
}

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

const invite = async (body: object = { email: 'ada@acme.example', name: 'Ada', role: 'author' }): Promise<User> =>
  (await tenant.admin<User>('POST', '/users', body)).body;
const setPassword = (token: string, password: string): ReturnType<Browser['call']> =>
  new Browser(engine.url).call('POST', '/auth/password', { token, password });
const logIn = async (email: string, password = PASSWORD): Promise<number> =>
  (await new Browser(engine.url).logIn(tenant.slug, email, password)).status;
const audited = async (action: string): Promise<Array<{ actor: string; before: unknown; after: unknown }>> =>
  engine.database.query(
    'select actor, before, after from audit_entry join tenant on tenant.id = tenant_id where slug = $1 and action = $2 order by audit_entry.id',
    [tenant.slug, action],
  );

describe('inviting a user', () => {
  it('responds with 201, the user and a link that sets a password once, with which the user can log in', async () => {
    const { status, body, headers } = await tenant.admin<User>('POST', '/users', {
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
    expect(await logIn('ada@acme.example')).toBe(401);
    expect(await setPassword(body.invitation.token, PASSWORD)).toMatchObject({
      status: 200,
      body: { tenant: tenant.slug, email: 'ada@acme.example' },
    });
    expect(await logIn('ada@acme.example')).toBe(200);
    expect((await tenant.admin<User>('GET', `/users/${body.id}`)).body).toMatchObject({
      hasPassword: true,
      lastLoginAt: expect.any(String),
    });
    expect(await setPassword(body.invitation.token, `${PASSWORD}!`)).toMatchObject({
      status: 410,
      body: { code: 'link_spent' },
    });
    expect((await audited('user.created'))[0]).toMatchObject({
      actor: 'token:first admin',
      after: { email: 'ada@acme.example', role: 'author' },
    });
    expect((await audited('user.password_set'))[0]).toMatchObject({
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
    expect((await setPassword(invitation.token, PASSWORD)).status).toBe(200);
    const browser = new Browser(engine.url);
    expect((await browser.logIn(`first-${tenant.slug}`, 'grace@new.example', PASSWORD)).body.user.role).toBe('admin');
    expect(adminToken).toMatch(/^edt_/);
  });

  it('refuses a taken address, whatever its case, and each wrong field by name', async () => {
    await invite();
    expect(await tenant.admin('POST', '/users', { email: 'ADA@acme.example', role: 'viewer' })).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
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
    const { invitation } = await invite();
    const statuses = await Promise.all(
      Array.from(
        { length: 6 },
        async (_, index) => (await setPassword(invitation.token, `${PASSWORD} ${index}`)).status,
      ),
    );
    expect(statuses.toSorted((one, two) => one - two)).toEqual([200, 410, 410, 410, 410, 410]);
  });

  it('keeps the link for another attempt if the password violates a rule', async () => {
    const { invitation } = await invite();
    for (const password of ['short', 'password1234', 'ada@acme.example']) {
      expect(await setPassword(invitation.token, password)).toMatchObject({
        status: 422,
        body: { code: 'invalid', errors: [{ field: 'password' }] },
      });
    }
    expect((await setPassword(invitation.token, PASSWORD)).status).toBe(200);
  });

  it('is void when the link expires, the user is deactivated, or the tenant is suspended', async () => {
    const { id, invitation } = await invite();
    await engine.operator('PATCH', `/tenants/${tenant.slug}`, { status: 'suspended' });
    expect((await setPassword(invitation.token, PASSWORD)).status).toBe(410);
    await engine.operator('PATCH', `/tenants/${tenant.slug}`, { status: 'active' });
    await engine.database.query('update password_link set expires_at = now()');
    expect((await setPassword(invitation.token, PASSWORD)).status).toBe(410);
    const { body: renewed } = await tenant.admin<{ token: string }>('POST', `/users/${id}/reset-password`);
    await tenant.admin('PATCH', `/users/${id}`, { active: false });
    expect((await setPassword(renewed.token, PASSWORD)).status).toBe(410);
    for (const token of ['', 'edp_', 'nonsense', tenant.adminToken])
      expect((await setPassword(token, PASSWORD)).status).toBe(410);
  });
});

describe('changing a user', () => {
  it('changes the given fields, increments the version, and refuses a stale one', async () => {
    const { id } = await invite();
    const changed = await tenant.admin<User>(
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
    expect((await tenant.admin<User>('PATCH', `/users/${id}`, { role: 'viewer' })).body.version).toBe(2);
    expect(await audited('user.changed')).toEqual([
      {
        actor: 'token:first admin',
        before: { name: 'Ada', role: 'author' },
        after: { name: 'Ada L.', role: 'viewer' },
      },
    ]);
  });

  it('applies to an open session', async () => {
    const { id, email } = await addUser(engine, tenant.adminToken, { email: 'ada@acme.example', role: 'author' });
    const browser = new Browser(engine.url);
    await browser.logIn(tenant.slug, email, PASSWORD);
    expect((await browser.call('POST', '/admin/courses', { title: 'Mine' })).status).toBe(201);
    await tenant.admin('PATCH', `/users/${id}`, { role: 'viewer' });
    expect((await browser.call('POST', '/admin/courses', { title: 'Mine too' })).status).toBe(403);
    expect((await browser.call('GET', '/admin/courses')).status).toBe(200);
  });

  it('ends the sessions of a deactivated or deleted user, and allows log-ins again after activation', async () => {
    const { id, email } = await addUser(engine, tenant.adminToken, { email: 'ada@acme.example' });
    await addUser(engine, tenant.adminToken, { email: 'grace@acme.example' });
    const browser = new Browser(engine.url);
    await browser.logIn(tenant.slug, email, PASSWORD);
    await tenant.admin('PATCH', `/users/${id}`, { active: false });
    expect((await browser.call('GET', '/admin/me')).status).toBe(401);
    expect(await logIn(email)).toBe(401);
    await tenant.admin('PATCH', `/users/${id}`, { active: true });
    expect((await browser.call('GET', '/admin/me')).status).toBe(401);
    expect(await logIn(email)).toBe(200);
    expect((await tenant.admin('DELETE', `/users/${id}`)).status).toBe(204);
    expect((await tenant.admin('GET', `/users/${id}`)).status).toBe(404);
    expect(await logIn(email)).toBe(401);
    expect(await audited('user.deleted')).toMatchObject([{ before: { email, role: 'admin' } }]);
    expect(
      await engine.database.query(
        'select count(*)::int as sessions from console_session join tenant on tenant.id = tenant_id where slug = $1',
        [tenant.slug],
      ),
    ).toEqual([{ sessions: 0 }]);
  });

  it('resets a password: the old one and the sessions end, and a link sets a new one', async () => {
    const { id, email } = await addUser(engine, tenant.adminToken, { email: 'ada@acme.example' });
    const browser = new Browser(engine.url);
    await browser.logIn(tenant.slug, email, PASSWORD);
    const { status, body } = await tenant.admin<{ token: string; expiresAt: string }>(
      'POST',
      `/users/${id}/reset-password`,
    );
    expect(status).toBe(200);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeLessThan(25 * 3_600_000);
    expect((await browser.call('GET', '/admin/me')).status).toBe(401);
    expect(await logIn(email)).toBe(401);
    expect((await setPassword(body.token, 'another mumble granite 4')).status).toBe(200);
    expect(await logIn(email, 'another mumble granite 4')).toBe(200);
  });

  it('stores no link, password or session as plain text, and none in the audit log', async () => {
    const { email } = await addUser(engine, tenant.adminToken, { email: 'ada@acme.example' });
    const { invitation } = await invite({ email: 'open@acme.example', role: 'viewer' });
    const browser = new Browser(engine.url);
    await browser.logIn(tenant.slug, email, PASSWORD);
    const dump = await engine.database.query<{ row: string }>(
      `select row::text from console_user row union all select row::text from password_link row union all select row::text from console_session row union all select row::text from audit_entry row`,
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

describe('the last active admin', () => {
  it('cannot be demoted, deactivated or deleted by anybody', async () => {
    const { id, email } = await addUser(engine, tenant.adminToken, { email: 'ada@acme.example' });
    await invite({ email: 'author@acme.example', role: 'author' });
    const browser = new Browser(engine.url);
    await browser.logIn(tenant.slug, email, PASSWORD);
    for (const change of [{ role: 'author' }, { role: 'viewer' }, { active: false }, { name: 'Ada', role: 'viewer' }]) {
      expect(await browser.call('PATCH', `/admin/users/${id}`, change)).toMatchObject({
        status: 409,
        body: { code: 'last_admin' },
      });
      expect(await tenant.admin('PATCH', `/users/${id}`, change)).toMatchObject({
        status: 409,
        body: { code: 'last_admin' },
      });
    }
    expect(await browser.call('DELETE', `/admin/users/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'last_admin' },
    });
    expect((await tenant.admin<User>('GET', `/users/${id}`)).body).toMatchObject({
      role: 'admin',
      active: true,
      name: `User ${email}`,
    });
    expect((await browser.call('PATCH', `/admin/users/${id}`, { name: 'Ada' })).status).toBe(200);
  });

  it('remains if all admins are removed at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      tenant = await engine.createTenant();
      const users = await Promise.all(
        ['a', 'b', 'c', 'd'].map((name) => invite({ email: `${name}@acme.example`, role: 'admin' })),
      );
      const take = [{ role: 'viewer' }, { active: false }, { role: 'author' }, null];
      const statuses = await Promise.all(
        users.map(async ({ id }, index) =>
          take[index]
            ? (await tenant.admin('PATCH', `/users/${id}`, take[index] ?? {})).status
            : (await tenant.admin('DELETE', `/users/${id}`)).status,
        ),
      );
      expect(statuses.filter((status) => status === 409)).toHaveLength(1);
      expect((await tenant.admin<{ items: User[] }>('GET', '/users?role=admin&active=true')).body.items).toHaveLength(
        1,
      );
    }
  });
});

describe('the list of users', () => {
  it('filters by role, activity and part of a name, newest first', async () => {
    for (const [email, role] of [
      ['ada@acme.example', 'admin'],
      ['grace@acme.example', 'author'],
      ['linus@acme.example', 'author'],
    ])
      await invite({ email, role });
    const { body: all } = await tenant.admin<{ items: User[] }>('GET', '/users');
    expect(all.items.map(({ email }) => email)).toEqual([
      'linus@acme.example',
      'grace@acme.example',
      'ada@acme.example',
    ]);
    expect(all.items[0]).not.toHaveProperty('invitation');
    await tenant.admin('PATCH', `/users/${all.items[0]?.id}`, { active: false });
    const emails = async (query: string): Promise<string[]> =>
      (await tenant.admin<{ items: User[] }>('GET', `/users?${query}`)).body.items.map(({ email }) => email);
    expect(await emails('role=author')).toEqual(['linus@acme.example', 'grace@acme.example']);
    expect(await emails('active=true&role=author')).toEqual(['grace@acme.example']);
    expect(await emails('q=GRA')).toEqual(['grace@acme.example']);
    expect((await tenant.admin('GET', '/users?role=owner')).status).toBe(422);
  });

  it('shows nothing of another tenant, whose users get a 404', async () => {
    const { id } = await invite();
    const other = await engine.createTenant();
    expect((await other.admin<{ items: User[] }>('GET', '/users')).body.items).toEqual([]);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { name: 'X' }],
      ['DELETE', '', undefined],
      ['POST', '/reset-password', undefined],
    ] as const) {
      expect((await other.admin(method, `/users/${id}${path}`, body)).status).toBe(404);
    }
  });
});
