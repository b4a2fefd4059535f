import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { consoleUser } from '../factories/users.js';
import { cancel, clickInDialog, look } from '../harness/console-browser.js';
import { loseAnswer } from '../harness/console-network.js';
import { describeConsole } from './describe-console.js';
import { sharedEngine } from '../harness/engine.js';
import { CLIENT, OpenIdIssuer } from '../harness/openid-issuer.js';
import { unusedUrl } from '../harness/stand-in.js';
import type { TestTenant } from '../harness/tenant.js';

const ADMIN = 'bo@beta.example';
const EMAIL = 'ana@acme.example';

describeConsole('single sign-on in the console', ({ browser }) => {
  let issuer: OpenIdIssuer;
  let tenant: TestTenant;
  /** A tenant that has yet to set it up. */
  let other: TestTenant;
  beforeAll(async () => {
    const engine = await sharedEngine({ worker: false });
    [tenant, other] = [await engine.createTenant(), await engine.createTenant()];
    issuer = await OpenIdIssuer.start(
      [tenant, other].map(({ slug }) => `${engine.url}/engine/v1/auth/oidc/${slug}/callback`),
    );
    await tenant.api.createUser({ body: { email: EMAIL, name: 'Ana', role: 'viewer' } });
    await tenant.admin('PUT', '/oidc', { issuer: issuer.url, ...CLIENT });
    issuer.claims.set('ana', { email: EMAIL, email_verified: true, name: 'Ana' });
  });
  afterAll(async () => {
    await issuer?.close();
  });

  it('leads by the provider to the page that was asked for, with the role that the person has here', async () => {
    issuer.account = 'ana';
    const page = await browser.open(`${tenant.url}/needs?view=blocking`);
    await page.getByLabel('Tenant').fill(tenant.slug);
    await page.getByRole('button', { name: 'Continue with single sign-on' }).click();
    await page.waitForURL('**/needs?view=blocking');
    await page.getByRole('heading', { level: 1, name: 'Training needs' }).waitFor();
    expect(await page.getByRole('complementary', { name: 'Navigation' }).innerText()).toMatch(/Ana\s+Viewer/);
  });

  it('says so where the provider refuses, and leaves the other way in', async () => {
    issuer.account = null;
    const page = await browser.open(tenant.url);
    await page.getByLabel('Tenant').fill(tenant.slug);
    await page.getByRole('button', { name: 'Continue with single sign-on' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toBe('Your identity provider refused the sign-on.');
    await page.getByLabel('Password').waitFor();
  });

  it('is checked with the provider before it is saved, and is tried from its settings', async () => {
    await consoleUser(other, { email: ADMIN });
    const page = await browser.signIn(other, ADMIN, { path: '/settings?tab=signOn' });
    await page.getByLabel('Client id').fill(CLIENT.clientId);
    const save = async (url: string, secret: string): Promise<void> => {
      await page.getByLabel('Issuer').fill(url);
      await page.getByLabel('Client secret').fill(secret);
      await page.getByRole('button', { name: 'Save and ask the provider' }).click();
    };
    for (const [url, secret, field, remedy] of [
      [await unusedUrl(), CLIENT.clientSecret, 'Issuer', /^Cannot be called: ECONNREFUSED: check the address/],
      [`${issuer.url}/realms/acme`, CLIENT.clientSecret, 'Issuer', /^Has no discovery document at \/\.well-known/],
      [issuer.url, 'not the secret', 'Client secret', /^Is not accepted by the provider .+: copy both from there/],
    ] as const) {
      await save(url, secret);
      await page.getByText(remedy).waitFor();
      const marked = page.locator('[aria-invalid="true"]');
      expect(await marked.count()).toBe(1);
      expect(await page.getByLabel(field).and(marked).count()).toBe(1);
      await page.getByText('Nothing was saved.').waitFor();
    }
    await page.getByLabel('Values for Admin').fill(`Staff\n${'x'.repeat(256)}`);
    await save(issuer.url, CLIENT.clientSecret);
    await page.getByText('Must have at most 255 characters.').waitFor();
    expect(await page.getByLabel('Values for Admin').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Values for Admin').fill('Staff');
    await save(issuer.url, CLIENT.clientSecret);
    await page.getByText('Must be set if roles are.').waitFor();
    expect(await page.getByLabel('Values for Admin').inputValue()).toBe('Staff');
    await page.getByLabel('Values for Admin').fill('');
    expect(await look(page, 'sign-on-refused')).toEqual([]);
    expect(await other.api.getOidc()).toMatchObject({ issuer: null });

    await save(issuer.url, CLIENT.clientSecret);
    issuer.account = 'bo';
    issuer.claims.set('bo', { email: ADMIN, email_verified: true, name: 'Bo' });
    await page.getByRole('link', { name: 'Try it: sign in there' }).click();
    await page.getByText(`Single sign-on works. You are signed in as ${ADMIN}, Admin.`).waitFor();
    expect(await look(page, 'sign-on-tried')).toEqual([]);

    // Somebody else switches it on again after it was switched off, which this page did not hear of.
    await loseAnswer(page, '**/admin/oidc');
    await page.getByRole('button', { name: 'Switch off' }).click();
    await clickInDialog(page, 'Switch off');
    await page.getByText('The engine did not answer.').waitFor();
    await cancel(page.getByRole('dialog'));
    await other.admin('PUT', '/oidc', { issuer: issuer.url, ...CLIENT });
    await page.clock.install();
    await page.clock.fastForward(60_000);
    await page.getByRole('link', { name: 'Users' }).click();
    const read = page.waitForResponse('**/admin/oidc');
    await page.getByRole('link', { name: 'Single sign-on' }).click();
    await read;
    const sent: string[] = [];
    page.on('request', (request) => request.url().endsWith('/oidc') && sent.push(request.method()));
    await page.getByRole('button', { name: 'Switch off' }).click();
    await clickInDialog(page, 'Switch off');
    await page.getByText('Single sign-on is off.').waitFor();
    expect(sent.filter((method) => method !== 'GET')).toEqual(['DELETE']);
    expect(await other.api.getOidc()).toMatchObject({ issuer: null });
  });
});
