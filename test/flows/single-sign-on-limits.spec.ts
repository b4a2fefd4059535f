import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser } from '../harness/browser.js';
import { CLIENT } from '../harness/openid-issuer.js';
import { withProvider } from '../harness/openid-stand-in.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

/** One more than a network may fail. */
const ATTEMPTS = 101;

let sso: SingleSignOn;

beforeAll(async () => {
  sso = await SingleSignOn.start();
});
afterAll(() => sso.close());
beforeEach(() => sso.begin());
afterEach(() => sso.engine.database.query('delete from login_attempt'));

/** The error of a log-in that returns from the provider with a code of its own making. */
async function logInWithMadeUpCode(): Promise<string | undefined> {
  const browser = new Browser(sso.engine.url);
  const started = await browser.call('GET', sso.localUrl(sso.startUrl()));
  const state = new URL(started.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const callback = sso.startUrl().replace(/start$/, 'callback');
  const query = new URLSearchParams({ state, code: 'made up' });
  return (await browser.call<{ code?: string }>('GET', sso.localUrl(`${callback}?${query}`))).body.code;
}

async function failMany(): Promise<ReadonlySet<string | undefined>> {
  const codes = new Set<string | undefined>();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) codes.add(await logInWithMadeUpCode());
  return codes;
}

describe('after a hundred failed single sign-ons of a tenant from one network', () => {
  it('the users of another tenant can log in from there', async () => {
    await sso.setUp();
    expect(await failMany()).toEqual(new Set(['sign_on_invalid', 'rate_limited']));
    sso.addAccount('ada');
    expect((await sso.logIn()).code).toBe('rate_limited');

    await sso.begin();
    await sso.setUp({ provision: true, defaultRole: 'viewer', emailDomains: ['acme.example'] });
    const email = sso.addAccount('ada');
    expect((await sso.logIn()).session.user.email).toBe(email);
  });

  it('because the provider was unavailable, its users can log in', async () => {
    const unavailable = (issuer: string): Promise<ReadonlySet<string | undefined>> =>
      sso.tenant.admin('PUT', '/oidc', { issuer, ...CLIENT }).then(failMany);
    expect(await withProvider({}, unavailable, new Map([['/token', 503]]))).toEqual(new Set(['sign_on_unavailable']));
    await sso.setUp({ provision: true, defaultRole: 'viewer', emailDomains: ['acme.example'] });
    const email = sso.addAccount('ada');
    expect((await sso.logIn()).session.user.email).toBe(email);
  });
});
