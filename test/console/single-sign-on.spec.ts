import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../bench/harness/stage/ports.js';
import { chromiumProgram } from '../harness/chromium.js';
import { ConsoleBrowser } from '../harness/console-browser.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { CLIENT, OpenIdIssuer } from '../harness/openid-issuer.js';

const TENANT = 'acme';
const EMAIL = 'ana@acme.example';

(chromiumProgram === null ? describe.skip : describe)('single sign-on in the console', () => {
  let engine: TestEngine;
  let issuer: OpenIdIssuer;
  let browser: ConsoleBrowser;
  beforeAll(async () => {
    const port = await freePort();
    issuer = await OpenIdIssuer.start([`http://127.0.0.1:${port}/engine/v1/auth/oidc/${TENANT}/callback`]);
    [engine, browser] = await Promise.all([
      startEngine({ port, worker: false, environment: { PUBLIC_URL: `http://127.0.0.1:${port}` } }),
      ConsoleBrowser.start(),
    ]);
    const tenant = await engine.createTenant(TENANT);
    await tenant.api.createUser({ body: { email: EMAIL, name: 'Ana', role: 'viewer' } });
    await tenant.admin('PUT', '/oidc', { issuer: issuer.url, ...CLIENT });
    issuer.claims.set('ana', { email: EMAIL, email_verified: true, name: 'Ana' });
  });
  afterAll(async () => {
    await browser?.close();
    await engine?.close();
    await issuer?.close();
  });

  it('leads by the provider to the page that was asked for, with the role that the person has here', async () => {
    issuer.account = 'ana';
    const page = await browser.open(`${engine.url}/needs?view=blocking`);
    await page.getByLabel('Tenant').fill(TENANT);
    await page.getByRole('button', { name: 'Continue with single sign-on' }).click();
    await page.waitForURL('**/needs?view=blocking');
    await page.getByRole('heading', { level: 1, name: 'Training needs' }).waitFor();
    expect(await page.getByRole('complementary', { name: 'Navigation' }).innerText()).toMatch(/Ana\s+Viewer/);
    expect(browser.faults).toEqual([]);
  }, 60_000);

  it('says so where the provider refuses, and leaves the other way in', async () => {
    issuer.account = null;
    const page = await browser.open(engine.url);
    await page.getByLabel('Tenant').fill(TENANT);
    await page.getByRole('button', { name: 'Continue with single sign-on' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toBe('Your identity provider refused the sign-on.');
    await page.getByLabel('Password').waitFor();
    expect(browser.faults).toEqual([]);
  }, 60_000);
});
