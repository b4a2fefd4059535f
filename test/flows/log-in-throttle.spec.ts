import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { BEHIND_PROXY, address, attempt } from '../factories/log-ins.js';
import { consoleUser } from '../factories/users.js';
import { Browser, PASSWORD } from '../harness/browser.js';
import { redisUrl } from '../harness/database.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

const EMAIL = 'ada@acme.example';

/** How many log-ins a guesser sends at the same time: each of their rounds takes the 300 ms of a refusal. */
const AT_ONCE = 26;
/** Attempts that a network may make. */
const PER_NETWORK = 100;
/** How many of them are made: more than any account may make, and the rest is added to their count. */
const MADE = scaled(11, PER_NETWORK);

interface Answer {
  readonly status: number;
}

/** How often each status came. */
const countsOf = (answers: readonly Answer[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** Makes as many attempts as a network may make, and so many more. */
const guess = async (
  engine: TestEngine,
  more: number,
  tenant: string,
  from: (index: number) => string,
  redis: string | null = null,
): Promise<Answer[]> => {
  const answers: Answer[] = [];
  const guessTo = async (end: number, begin: number): Promise<void> => {
    for (let done = begin; done < end; done += AT_ONCE) {
      const turn = Array.from({ length: Math.min(AT_ONCE, end - done) }, (_, index) =>
        attempt(engine, tenant, `user${done + index}@acme.example`, 'x', from(done + index)),
      );
      answers.push(...(await Promise.all(turn)));
    }
  };
  await guessTo(MADE - 1, 0);
  await addAttempts(engine, redis, PER_NETWORK - MADE);
  await guessTo(MADE + more, MADE - 1);
  return answers;
};

/** Adds to the count of the network that has made one attempt less than `MADE`: each attempt hashes a password. */
const addAttempts = async (engine: TestEngine, redis: string | null, added: number): Promise<void> => {
  if (redis === null) {
    const add = 'update login_attempt set attempts = attempts + $1 where attempts = $2';
    await engine.database.query(add, [added, MADE - 1]);
    return;
  }
  const client = new Redis(redis);
  for (const key of await client.keys('login-attempts:*'))
    if (Number(await client.get(key)) === MADE - 1) await client.incrby(key, added);
  client.disconnect();
};

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
      expect(countsOf(answers)).toEqual({ 401: 10, 429: 4 });
      const { status, body, seconds } = await attempt(other, tenant.slug, EMAIL.toUpperCase(), PASSWORD, address(30));
      expect({ status, body }).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
      expect(seconds).toBeGreaterThan(850);
      expect(seconds).toBeLessThanOrEqual(900);
      expect((await browser.call('POST', '/admin/courses', { title: 'Still in' })).status).toBe(201);
      // Redis itself ends its counts.
      if (url !== null) return;
      await engine.database.query(`update login_attempt set ends_at = now() + interval '100 seconds'`);
      const again = await attempt(other, tenant.slug, EMAIL, PASSWORD, address(30));
      expect(again.status).toBe(429);
      expect(again.seconds).toBeLessThanOrEqual(100);
      await engine.database.query('update login_attempt set ends_at = now()');
      expect((await attempt(other, tenant.slug, EMAIL, 'wrong', address(30))).status).toBe(401);
      expect((await attempt(other, tenant.slug, EMAIL, PASSWORD, address(30))).status).toBe(200);
    });

    it('of an unknown account is throttled, too', async () => {
      const tries = await Promise.all(
        Array.from({ length: 11 }, (_, index) =>
          attempt(engine, 'nowhere', 'nobody@acme.example', 'x', address(40 + index)),
        ),
      );
      expect(countsOf(tries)).toEqual({ 401: 10, 429: 1 });
    });

    it('does not count successful log-ins', async () => {
      const { email } = await consoleUser(tenant, { email: 'often@acme.example' });
      for (let times = 0; times < 11; times++)
        expect((await attempt(engine, tenant.slug, email, PASSWORD, address(60))).status).toBe(200);
    });

    it('of many accounts from one network is throttled, and other networks are not', async () => {
      const answers = await guess(engine, 4, tenant.slug, (index) => `2001:db8:1:2::${index}`, url);
      expect(countsOf(answers)).toEqual({ 401: MADE, 429: 4 });
      const { email } = await consoleUser(tenant, { email: 'neighbour@acme.example' });
      // More than an account may have: what is refused for its network does not count for the account.
      const refused = await Promise.all(
        Array.from({ length: 11 }, () => attempt(engine, tenant.slug, email, PASSWORD, '2001:db8:1:2:ffff::1')),
      );
      expect(countsOf(refused)).toEqual({ 429: 11 });
      expect((await attempt(engine, tenant.slug, email, PASSWORD, '2001:db8:1:3::1')).status).toBe(200);
    });
  },
);

describe('an address in X-Forwarded-For', () => {
  it('is ignored unless a trusted proxy sent it', async () => {
    const engine = await startEngine({ worker: false });
    try {
      expect(countsOf(await guess(engine, 1, 'nowhere', address))).toEqual({ 401: MADE, 429: 1 });
    } finally {
      await engine.close();
    }
  });
});
