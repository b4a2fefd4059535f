import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { consoleUser } from '../factories/users.js';
import { Browser, PASSWORD } from '../harness/browser.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { shortestTimes, spread } from '../harness/timing.js';

const EMAIL = 'ada@acme.example';
const COOKIE = 'edifyd_device';
const NEXT_PASSWORD = 'lantern gravel whisper 8';

/** Addresses of documentation (RFC 5737), as a proxy on this machine forwards them. */
const BEHIND_PROXY = { TRUSTED_PROXIES: 'loopback' };
const address = (host: number): string => `198.51.100.${host}`;

describe('a browser that has logged in', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let known: Browser;
  let userId: string;

  beforeAll(async () => {
    engine = await startEngine({ worker: false, environment: BEHIND_PROXY });
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    tenant = await engine.createTenant();
    ({ id: userId } = await consoleUser(tenant, { email: EMAIL }));
    known = new Browser(engine.url, address(1));
    await known.logIn(tenant.slug, EMAIL, PASSWORD);
  });

  const statusOf = async (browser: Browser, password = PASSWORD, email = EMAIL): Promise<number> =>
    (await browser.logIn(tenant.slug, email, password)).status;
  const unknown = (cookie?: string): Browser => withCookie(new Browser(engine.url, address(2)), cookie);
  const withCookie = (browser: Browser, cookie?: string): Browser => {
    if (cookie !== undefined) browser.cookies.set(COOKIE, cookie);
    return browser;
  };
  const cookieOf = (browser: Browser): string => browser.cookies.get(COOKIE) ?? '';
  /** Twelve wrong passwords at once: two more than an account, or a browser, may have. */
  const guessFrom = async (
    browserOf: (index: number) => Browser,
    slug = tenant.slug,
    email = EMAIL,
  ): Promise<number[]> => {
    const guesses = Array.from({ length: 12 }, (_, index) => browserOf(index).logIn(slug, email, `wrong ${index}`));
    const answers = await Promise.all(guesses);
    return answers.map(({ status }) => status).toSorted((one, two) => one - two);
  };
  const TEN_TRIES = [...Array.from({ length: 10 }, () => 401), 429, 429];
  /** As many wrong passwords as an account may have: each of them is hashed, and most of them are only counted here. */
  const exhaust = async (email = EMAIL): Promise<void> => {
    expect(await statusOf(new Browser(engine.url, address(100)), 'wrong', email)).toBe(401);
    await engine.database.query('update login_attempt set attempts = 10 where attempts = 1');
  };
  /** Strangers, each from an address of its own. */
  const guess = (): Promise<number[]> => guessFrom((index) => new Browser(engine.url, address(101 + index)));

  it('can log in while others guess the password, and an unknown browser cannot', async () => {
    expect(await guess()).toEqual(TEN_TRIES);
    expect(await statusOf(unknown())).toBe(429);
    expect(await statusOf(known)).toBe(200);
    expect(await statusOf(unknown())).toBe(429);
  });

  it('can log in after a log-out, and from another network', async () => {
    expect((await known.call('POST', '/auth/logout')).status).toBe(204);
    await exhaust();
    expect(await statusOf(withCookie(new Browser(engine.url, '2001:db8::7'), cookieOf(known)))).toBe(200);
  });

  it('has ten attempts of its own, which do not count for the account', async () => {
    const other = unknown();
    expect(await statusOf(other)).toBe(200);
    expect(await guessFrom(() => known)).toEqual(TEN_TRIES);
    const { status, body, headers } = await known.logIn(tenant.slug, EMAIL, PASSWORD);
    expect([status, body]).toMatchObject([429, { code: 'rate_limited' }]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(850);
    expect([await statusOf(other), await statusOf(unknown())]).toEqual([200, 200]);
  });

  it('is not counted when it logs in', async () => {
    for (let times = 0; times < 12; times++) expect(await statusOf(known)).toBe(200);
  });

  it('is known to five accounts', async () => {
    const emails = ['b', 'c', 'd', 'e'].map((name) => `${name}@acme.example`);
    for (const email of emails) await consoleUser(tenant, { email });
    for (const email of emails) expect(await statusOf(known, PASSWORD, email)).toBe(200);
    for (const email of [EMAIL, ...emails]) {
      await exhaust(email);
      expect([email, await statusOf(known, PASSWORD, email)]).toEqual([email, 200]);
    }
  });

  it('is refused with a forged, truncated or too long cookie', async () => {
    await exhaust();
    const cookie = cookieOf(known);
    const bytes = Buffer.from(cookie, 'base64url');
    const flipped = [0, 16, 32, 63].map((index) => {
      const copy = Buffer.from(bytes);
      copy[index] = (copy[index] ?? 0) ^ 1;
      return copy.toString('base64url');
    });
    for (const forged of [...flipped, '', 'x', cookie.slice(0, -4), `${cookie}AAAA`, cookie.repeat(6)]) {
      expect([forged, await statusOf(unknown(forged))]).toEqual([forged, 429]);
    }
    expect(await statusOf(unknown(cookie))).toBe(200);
  });

  it('has no advantage at accounts of other users, the same address in another tenant, or unknown addresses', async () => {
    const other = await engine.createTenant();
    await consoleUser(other, { email: EMAIL });
    const { email: grace } = await consoleUser(tenant, { email: 'grace@acme.example' });
    const nobody = `nobody-${tenant.slug}@acme.example`;
    const replay = (): Browser => unknown(cookieOf(known));
    for (const email of [grace, nobody]) expect(await guessFrom(replay, tenant.slug, email)).toEqual(TEN_TRIES);
    for (const slug of [other.slug, `no-${tenant.slug}`]) expect(await guessFrom(replay, slug)).toEqual(TEN_TRIES);
  });

  it('gets the response to a wrong password in the same time as an unknown browser', async () => {
    const browsers = [known, unknown(), unknown(cookieOf(known).replace(/^./, '-'))];
    const calls = browsers.map((browser) => async () => expect(await statusOf(browser, 'wrong')).toBe(401));
    const times = await shortestTimes(calls, 150);
    expect(Math.min(...times)).toBeGreaterThan(295);
    expect(spread(times)).toBeLessThan(150);
  });

  it('becomes unknown if another browser changes the password, which then is known', async () => {
    const changing = unknown();
    expect(await statusOf(changing)).toBe(200);
    const change = { currentPassword: PASSWORD, newPassword: NEXT_PASSWORD };
    expect((await changing.call('POST', '/admin/me/password', change)).status).toBe(204);
    await exhaust();
    expect([await statusOf(known, NEXT_PASSWORD), await statusOf(changing, NEXT_PASSWORD)]).toEqual([429, 200]);
  });

  it('becomes unknown if the password is reset, and the browser that opens the link is known', async () => {
    const { body } = await tenant.admin<{ token: string }>('POST', `/users/${userId}/reset-password`);
    const owner = unknown();
    await exhaust();
    const set = await owner.call('POST', '/auth/password', { token: body.token, password: NEXT_PASSWORD });
    expect(set.status).toBe(200);
    expect([await statusOf(known, NEXT_PASSWORD), await statusOf(owner, NEXT_PASSWORD)]).toEqual([429, 200]);
  });
});
