import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Browser } from '../harness/browser.js';
import { CLIENT } from '../harness/openid-issuer.js';
import { withProvider } from '../harness/openid-stand-in.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

const DISCOVERY = '/.well-known/openid-configuration';
const HTML = { accept: 'text/html' };

let sso: SingleSignOn;

beforeAll(async () => {
  sso = await SingleSignOn.start();
});
afterAll(() => sso.close());
beforeEach(() => sso.begin());
afterEach(() => void jest.restoreAllMocks());

/** The address to which the engine redirects a browser. */
async function follow(browser: Browser, url: string): Promise<URL> {
  const { headers } = await browser.call('GET', sso.localUrl(url), undefined, HTML);
  return new URL(headers.get('location') ?? '');
}

/** The error code with which a browser comes to the log-in page if a path of the provider answers with this status. */
function failedLogIn(path: string, status: number): Promise<string | null> {
  const statuses = new Map<string, number>();
  const browser = new Browser(sso.engine.url);
  const logIn = async (issuer: string): Promise<string | null> => {
    expect(await sso.tenant.admin('PUT', '/oidc', { issuer, ...CLIENT })).toMatchObject({ status: 200 });
    statuses.set(path, status);
    const begun = await follow(browser, sso.startUrl());
    const state = begun.searchParams.get('state');
    if (state === null) return begun.searchParams.get('error');
    const { redirectUri } = await sso.tenant.api.getOidc();
    const ended = await follow(browser, `${redirectUri}?${new URLSearchParams({ state, code: 'a code' })}`);
    return ended.searchParams.get('error');
  };
  return withProvider({}, logIn, statuses);
}

describe('a log-in at a provider', () => {
  it.each([
    [DISCOVERY, 503, 'sign_on_unavailable', { reason: 'answers with status 503' }],
    [DISCOVERY, 404, 'sign_on_invalid', { code: 'OAUTH_RESPONSE_IS_NOT_CONFORM' }],
    ['/token', 502, 'sign_on_unavailable', { reason: 'answers with status 502' }],
    ['/token', 429, 'sign_on_unavailable', { reason: 'answers with status 429' }],
    ['/token', 404, 'sign_on_invalid', { code: 'OAUTH_RESPONSE_IS_NOT_CONFORM' }],
  ])('whose %s answers %i fails with %s, and the reason is logged', async (path, status, code, reason) => {
    const warn = jest.spyOn(Logger.prototype, 'warn');
    expect(await failedLogIn(path, status)).toBe(code);
    expect(warn).toHaveBeenCalledWith(expect.objectContaining(reason), expect.stringContaining('an OpenID provider'));
  });
});

it('A browser comes to the log-in page, and the log has the error, if the engine itself fails', async () => {
  const { database } = sso.engine;
  const [warn, error] = (['warn', 'error'] as const).map((level) => jest.spyOn(Logger.prototype, level));
  const failed = (): Promise<URL> => follow(new Browser(sso.engine.url), sso.startUrl());
  await database.query('alter table oidc_settings rename to missing');
  try {
    expect((await failed()).search).toBe(`?tenant=${sso.tenant.slug}&error=internal`);
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ err: expect.any(Error) }), 'request failed');
  } finally {
    await database.query('alter table missing rename to oidc_settings');
  }
  await database.inTransaction(async (tx) => {
    await tx.query('lock oidc_settings');
    expect((await failed()).search).toBe(`?tenant=${sso.tenant.slug}&error=unavailable`);
    expect(warn).toHaveBeenCalledWith(
      expect.objectContaining({ reason: expect.any(String) }),
      'request refused for now',
    );
  });
});
