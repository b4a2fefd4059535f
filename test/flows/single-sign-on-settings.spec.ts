import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { refusal } from '../harness/expect-refused.js';
import { CLIENT, OpenIdIssuer } from '../harness/openid-issuer.js';
import { withProvider } from '../harness/openid-stand-in.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

let sso: SingleSignOn;

beforeAll(async () => {
  sso = await SingleSignOn.start();
});
afterAll(() => sso.close());
beforeEach(() => sso.begin());

/** A refusal of one field, with a message that matches. */
const refusalOf = (field: string, message = /./): object =>
  refusal(422, 'invalid', { errors: [{ field, message: expect.stringMatching(message) }] });

describe('the settings of single sign-on', () => {
  it('stores the settings, shows all but the secret, and encrypts it', async () => {
    expect(await sso.tenant.api.getOidc()).toMatchObject({
      issuer: null,
      passwordsAllowed: true,
      redirectUri: expect.stringContaining(`/oidc/${sso.tenant.slug}/callback`),
      version: 0,
    });
    const { status, body, headers } = await sso.setUp({ emailDomains: ['Acme.example'] });
    const base = `${sso.publicUrl}/engine/v1/auth/oidc/${sso.tenant.slug}`;
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toEqual({
      issuer: sso.issuer.url,
      clientId: CLIENT.clientId,
      defaultRole: 'viewer',
      roleClaim: null,
      roles: [],
      emailDomains: ['acme.example'],
      provision: false,
      passwordsAllowed: true,
      startUrl: `${base}/start`,
      redirectUri: `${base}/callback`,
      version: 1,
      updatedAt: expect.any(String),
    });
    expect(await sso.tenant.api.getOidc()).toEqual(body);
    const rows = await sso.engine.database.query<{ row: string }>(
      'select row::text from oidc_settings row union all select row::text from audit_entry row',
    );
    for (const form of [CLIENT.clientSecret, Buffer.from(CLIENT.clientSecret).toString('hex')])
      expect(JSON.stringify(rows)).not.toContain(form);
    expect(await auditOf(sso.tenant, { action: 'single_sign_on.created' })).toMatchObject([
      { after: { issuer: sso.issuer.url, clientSecret: 'new' } },
    ]);
    expect(
      (await sso.tenant.admin('PUT', '/oidc', { ...CLIENT, issuer: sso.issuer.url }, { 'if-match': '"7"' })).status,
    ).toBe(412);
    for (let times = 0; times < 2; times++) expect((await sso.tenant.admin('DELETE', '/oidc')).status).toBe(204);
    expect(await sso.tenant.api.getOidc()).toMatchObject({ issuer: null, version: 0 });
    expect(await auditOf(sso.tenant, { action: 'single_sign_on.deleted' })).toMatchObject([
      { before: { issuer: sso.issuer.url }, after: null },
    ]);
  });

  it('keeps the secret if it is omitted, but not for another issuer or client', async () => {
    await sso.setUp();
    const change = (body: object) =>
      sso.tenant.admin('PUT', '/oidc', { issuer: sso.issuer.url, clientId: CLIENT.clientId, ...body });
    expect(await change({ defaultRole: null })).toMatchObject({ status: 200, body: { defaultRole: null, version: 2 } });
    for (const other of [{ clientId: 'other' }, { issuer: 'http://127.0.0.1:9' }])
      expect(await change(other)).toMatchObject(refusalOf('clientSecret'));
  });

  it.each([
    ['nobody listens at', () => 'http://127.0.0.1:9', /cannot be called: ECONNREFUSED: check the address/],
    ['is no provider', () => sso.engine.url, /no discovery document/],
    ["is in the operator's network", () => 'https://10.0.0.1', /public address/],
    [
      'has another name than it has',
      () => sso.issuer.url.replace('127.0.0.1', 'localhost'),
      /public address|differs from the issuer/,
    ],
    ["is the machine's metadata", () => 'http://169.254.169.254/latest', /public address/],
    ['is no URL', () => 'login.example.com', /must be a URL/],
  ])('refuses an issuer that %s, with the reason', async (_what, url, message) => {
    expect(await sso.setUp({ issuer: url() })).toMatchObject(refusalOf('issuer', message));
  });

  it.each([
    ['a secret', { clientSecret: 'wrong' }],
    ['a client', { clientId: 'unknown' }],
  ])('refuses %s that the provider does not know, and keeps the settings', async (_what, wrong) => {
    await sso.setUp();
    expect(await sso.setUp(wrong)).toMatchObject(refusalOf('clientSecret', /^is not accepted by the provider/));
    expect(await sso.tenant.api.getOidc()).toMatchObject({ clientId: CLIENT.clientId, version: 1 });
  });

  it.each([
    ['has no keys', { jwks_uri: 'BASE/none' }, /no keys at its jwks_uri/],
    [
      'has keys that cannot be read',
      { jwks_uri: 'http://127.0.0.1:9/keys' },
      /has a jwks_uri that cannot be called: ECONNREFUSED/,
    ],
    [
      'has no token endpoint that answers',
      { token_endpoint: 'http://127.0.0.1:9/token' },
      /has a token endpoint that cannot be called: ECONNREFUSED/,
    ],
    ['has no address of its log-in page', { authorization_endpoint: 'authorize' }, /check authorization_endpoint$/],
  ])('refuses a provider that %s', async (_what, fault, message) => {
    await withProvider(fault, async (issuer) =>
      expect(await sso.setUp({ issuer })).toMatchObject(refusalOf('issuer', message)),
    );
  });

  it('refuses settings that would allow everybody, or nobody', async () => {
    expect(await sso.setUp({ provision: true })).toMatchObject(refusalOf('emailDomains'));
    expect(await sso.setUp({ roles: [{ value: 'x', role: 'admin' }] })).toMatchObject(refusalOf('roleClaim'));
    expect(
      await sso.setUp({
        roleClaim: 'groups',
        roles: [{ value: '', role: 'owner' }],
        emailDomains: ['@acme'],
        passwords: false,
      }),
    ).toMatchObject({ status: 422 });
    expect(await sso.setUp({ passwordsAllowed: false })).toMatchObject(refusal(409, 'sign_on_untried'));
  });
});

it('a log-in is refused if the provider has no address of its log-in page any more', async () => {
  const endpoints: Record<string, string> = {};
  await withProvider(endpoints, async (issuer) => {
    expect((await sso.setUp({ issuer })).status).toBe(200);
    endpoints['authorization_endpoint'] = 'authorize';
    expect((await sso.logIn()).code).toBe('sign_on_invalid');
  });
});

it('a log-in gets a 503 while the provider is unavailable', async () => {
  const own = await OpenIdIssuer.start([]);
  await sso.tenant.admin('PUT', '/oidc', { issuer: own.url, ...CLIENT });
  await own.close();
  expect(await sso.logIn()).toMatchObject({ code: 'sign_on_unavailable' });
});
