import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { consoleUser } from '../factories/users.js';
import { Browser, PASSWORD } from '../harness/browser.js';
import { redisUrl } from '../harness/database.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';
import { shortestTimes, spread } from '../harness/timing.js';

const EMAIL = 'ada@acme.example';

/** Addresses of documentation (RFC 5737), as a proxy on this machine tells them. */
const BEHIND_PROXY = { TRUSTED_PROXIES: 'loopback' };
const address = (host: number): string => `198.51.100.${host}`;

const attempt = async (
  { url }: TestEngine,
  tenant: string,
  email: string,
  password: string,
  from = address(1),
): Promise<{ status: number; body: object; seconds: number }> => {
  const { status, body, headers } = await new Browser(url, from).logIn(tenant, email, password);
  return { status, body, seconds: Number(headers.get('retry-after')) };
};

/** How many log-ins a guesser sends at the same time: each of their rounds takes the 300 ms of a refusal. */
const AT_ONCE = 26;
/** Attempts that a network may make. */
const PER_NETWORK = 100;
/** How many of them are made: more than any account may make, and the rest is added to their count. */
const MADE = scaled(20, PER_NETWORK);

/**
 * Makes as many attempts as a network may make, and so many more.
 * @returns how often each status came
 */
const guess = async (
  engine: TestEngine,
  more: number,
  tenant: string,
  from: (index: number) => string,
  redis: string | null = null,
): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {};
  const guessTo = async (end: number, begin: number): Promise<void> => {
    for (let done = begin; done < end; done += AT_ONCE) {
      const turn = Array.from({ length: Math.min(AT_ONCE, end - done) }, (_, index) =>
        attempt(engine, tenant, `user${done + index}@acme.example`, 'x', from(done + index)),
      );
      for (const { status } of await Promise.all(turn)) counts[status] = (counts[status] ?? 0) + 1;
    }
  };
  await guessTo(MADE - 1, 0);
  await addAttempts(engine, redis, PER_NETWORK - MADE);
  await guessTo(MADE + more, MADE - 1);
  return counts;
};

/** Adds to the count of the network that has made one attempt less than `MADE`: each attempt hashes a password. */
const addAttempts = async (engine: TestEngine, redis: string | null, added: number): Promise<void> => {
  if (redis === null) {
    await engine.database.query('update login_attempt set attempts = attempts + $1 where attempts = $2', [
      added,
      MADE - 1,
    ]);
    return;
  }
  const client = new Redis(redis);
  for (const key of await client.keys('login-attempts:*'))
    if (Number(await client.get(key)) === MADE - 1) await client.incrby(key, added);
  client.disconnect();
};

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

  it('has the same response in the same time, whatever part is wrong', async () => {
    const { id } = await consoleUser(tenant, { email: 'gone@acme.example' });
    await tenant.admin('PATCH', `/users/${id}`, { active: false });
    await tenant.admin('POST', '/users', { email: 'invited@acme.example', role: 'viewer' });
    const suspended = await engine.createTenant();
    await consoleUser(suspended, { email: EMAIL });
    await engine.operator('PATCH', `/tenants/${suspended.slug}`, { status: 'suspended' });
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
      `select actor, action, subject_id, row(audit_entry)::text as whole from audit_entry where tenant_id = $1 and action like 'user.log%' order by audit_entry.id`,
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

describe.each([['PostgreSQL', null], ...(redisUrl === null ? [] : [['Redis', redisUrl]])])(
  'a guessed log-in, counted in %s,',
  (_where, url) => {
    let engine: TestEngine;
    let other: TestEngine;
    let tenant: TestTenant;
    beforeAll(async () => {
      engine = await startEngine({ worker: false, redisUrl: url, environment: BEHIND_PROXY });
      other = await startEngine({ worker: false, redisUrl: url, environment: BEHIND_PROXY, on: engine });
      tenant = await engine.createTenant();
      await consoleUser(tenant, { email: EMAIL });
    });
    afterAll(async () => {
      await other.close();
      await engine.close();
    });

    it('is throttled over all processes, all addresses and concurrent attempts, and ends no session', async () => {
      const browser = new Browser(engine.url, address(2));
      expect((await browser.logIn(tenant.slug, EMAIL, PASSWORD)).status).toBe(200);
      const answers = await Promise.all(
        Array.from({ length: 14 }, (_, index) =>
          attempt(index % 2 === 0 ? engine : other, tenant.slug, EMAIL, `wrong ${index}`, address(10 + index)),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([
        ...Array.from({ length: 10 }, () => 401),
        429,
        429,
        429,
        429,
      ]);
      const { status, body, seconds } = await attempt(other, tenant.slug, EMAIL.toUpperCase(), PASSWORD, address(30));
      expect({ status, body }).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
      expect(seconds).toBeGreaterThan(850);
      expect(seconds).toBeLessThanOrEqual(900);
      expect((await browser.call('POST', '/admin/courses', { title: 'Still in' })).status).toBe(201);
    });

    it('of an unknown account is throttled, too', async () => {
      const tries = await Promise.all(
        Array.from({ length: 11 }, (_, index) =>
          attempt(engine, 'nowhere', 'nobody@acme.example', 'x', address(40 + index)),
        ),
      );
      expect(tries.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([
        ...Array.from({ length: 10 }, () => 401),
        429,
      ]);
    });

    it('does not count successful log-ins', async () => {
      const { email } = await consoleUser(tenant, { email: 'often@acme.example' });
      for (let times = 0; times < 12; times++)
        expect((await attempt(engine, tenant.slug, email, PASSWORD, address(60))).status).toBe(200);
    });

    it('of many accounts from one network is throttled, and other networks are not', async () => {
      expect(await guess(engine, 4, tenant.slug, (index) => `2001:db8:1:2::${index}`, url)).toEqual({
        401: MADE,
        429: 4,
      });
      const { email } = await consoleUser(tenant, { email: 'neighbour@acme.example' });
      expect((await attempt(engine, tenant.slug, email, PASSWORD, '2001:db8:1:2:ffff::1')).status).toBe(429);
      expect((await attempt(engine, tenant.slug, email, PASSWORD, '2001:db8:1:3::1')).status).toBe(200);
    });
  },
);

describe('an address in X-Forwarded-For', () => {
  it('is ignored unless a trusted proxy sent it', async () => {
    const engine = await startEngine({ worker: false });
    try {
      expect(await guess(engine, 1, 'nowhere', address)).toEqual({ 401: MADE, 429: 1 });
    } finally {
      await engine.close();
    }
  });
});
