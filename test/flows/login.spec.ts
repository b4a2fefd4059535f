import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEHIND_PROXY, attempt } from '../factories/log-ins.js';
import { changeTenant } from '../factories/tenants.js';
import { consoleUser } from '../factories/users.js';
import { Browser, PASSWORD } from '../harness/browser.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import type { TestTenant } from '../harness/tenant.js';
import { shortestTimes, spread } from '../harness/timing.js';

const EMAIL = 'ada@acme.example';

describe('a log-in', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await startEngine({ worker: false, environment: BEHIND_PROXY });
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await consoleUser(tenant, { email: EMAIL });
    await engine.database.query('delete from login_attempt');
  });

  it('returns the user, whatever the case of the address', async () => {
    expect(await attempt(engine, tenant.slug, ' ADA@acme.example', PASSWORD)).toMatchObject({
      status: 200,
      body: {
        tenant: { slug: tenant.slug, name: `Tenant ${tenant.slug}` },
        user: { id: expect.stringMatching(/^usr_/), email: EMAIL, name: `User ${EMAIL}`, role: 'admin' },
        csrfToken: expect.stringMatching(/^[\w-]{43}$/),
      },
    });
  });

  it('is refused if the tenant is suspended while the password is checked', async () => {
    const opened = await engine.database.inTransaction(async (operator) => {
      await operator.query('select from tenant where id = $1 for update', [tenant.id]);
      await operator.query(`update tenant set status = 'suspended' where id = $1`, [tenant.id]);
      const loggingIn = attempt(engine, tenant.slug, EMAIL, PASSWORD);
      await eventuallyLocked(engine);
      await operator.query('commit');
      return loggingIn;
    });
    expect(opened).toMatchObject({ status: 401, body: { code: 'wrong_login' } });
    expect(await engine.database.query('select from console_session where tenant_id = $1', [tenant.id])).toEqual([]);
  });

  it('has the same response in the same time, whatever part is wrong', async () => {
    const { id } = await consoleUser(tenant, { email: 'gone@acme.example' });
    await tenant.admin('PATCH', `/users/${id}`, { active: false });
    await tenant.admin('POST', '/users', { email: 'invited@acme.example', role: 'viewer' });
    const suspended = await engine.createTenant();
    await consoleUser(suspended, { email: EMAIL });
    await changeTenant(engine, suspended, { status: 'suspended' });
    const wrong: Array<[string, string, string]> = [
      [tenant.slug, EMAIL, `${PASSWORD}!`],
      [tenant.slug, 'nobody@acme.example', PASSWORD],
      [tenant.slug, 'gone@acme.example', PASSWORD],
      [tenant.slug, 'invited@acme.example', PASSWORD],
      [tenant.slug, 'invited@acme.example', ''],
      ['nowhere', EMAIL, PASSWORD],
      [suspended.slug, EMAIL, PASSWORD],
      [tenant.slug, '', ''],
    ];
    const bodies = new Set<string>();
    const calls = wrong.map(([slug, email, password]) => async (): Promise<void> => {
      const { status, body } = await attempt(engine, slug, email, password);
      expect([slug, email, status]).toEqual([slug, email, 401]);
      bodies.add(JSON.stringify(body));
    });
    const times = await shortestTimes(calls, 150);
    expect(bodies.size).toBe(1);
    expect(Math.min(...times)).toBeGreaterThan(295);
    expect(spread(times)).toBeLessThan(150);
  });

  it('is in the audit log with success and refusal, without the input', async () => {
    await attempt(engine, tenant.slug, EMAIL, PASSWORD);
    await attempt(engine, tenant.slug, EMAIL, 'hunter2hunter2');
    await attempt(engine, tenant.slug, 'typed-password-into-email', 'hunter2hunter2');
    const entries = await engine.database.query<{ actor: string; action: string; subject_id: string }>(
      `select actor, action, subject_id, row(audit_entry)::text as whole from audit_entry
        where tenant_id = $1 and action like 'user.log%' order by audit_entry.id`,
      [tenant.id],
    );
    const [{ id } = { id: '' }] = await engine.database.query<{ id: string }>(
      'select u.id from console_user u where tenant_id = $1',
      [tenant.id],
    );
    expect(entries).toMatchObject([
      { actor: `user:${EMAIL}`, action: 'user.logged_in', subject_id: id },
      { actor: 'anonymous', action: 'user.login_refused', subject_id: id },
      { actor: 'anonymous', action: 'user.login_refused', subject_id: 'unknown' },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/hunter2|typed-password/);
  });

  it('of a suspended tenant is refused like an unknown one, and is in its audit log', async () => {
    await changeTenant(engine, tenant, { status: 'suspended' });
    const unknown = await attempt(engine, 'nobody', EMAIL, PASSWORD);
    expect(await attempt(engine, tenant.slug, EMAIL, PASSWORD)).toEqual(unknown);
    const refused = `select from audit_entry where tenant_id = $1 and action = 'user.login_refused'`;
    expect(await engine.database.query(refused, [tenant.id])).toHaveLength(1);
  });

  it('hashes a password again if its parameters are outdated', async () => {
    const stored = (): Promise<Array<{ password_hash: string; version: number }>> =>
      engine.database.query('select password_hash, u.version from console_user u where tenant_id = $1', [tenant.id]);
    await engine.database.query(
      'update console_user set password_hash = $1 where tenant_id = (select id from tenant where slug = $2)',
      [await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1 }), tenant.slug],
    );
    expect((await attempt(engine, tenant.slug, EMAIL, `${PASSWORD}!`)).status).toBe(401);
    expect((await stored())[0]?.password_hash).toContain('m=8192,t=1');
    expect((await attempt(engine, tenant.slug, EMAIL, PASSWORD)).status).toBe(200);
    expect((await stored())[0]?.password_hash).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect((await attempt(engine, tenant.slug, EMAIL, PASSWORD)).status).toBe(200);
  });

  it.each([
    {},
    { tenant: 'a', email: 'b' },
    { tenant: 'a', email: 'b', password: 7 },
    { tenant: 'a', email: 'b', password: 'c', remember: true },
    { tenant: 'a', email: 'b\0', password: 'c' },
  ])('refuses the body %j', async (body) => {
    expect(await new Browser(engine.url).call('POST', '/auth/login', body)).toMatchObject({
      status: 422,
      body: { code: 'invalid' },
    });
  });

  it('does not accept a form of another site', async () => {
    const response = await httpCall('POST', `${engine.url}/engine/v1/auth/login`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `tenant=${tenant.slug}&email=${EMAIL}&password=${PASSWORD}`,
    });
    expect(response.status).toBe(415);
  });
});
