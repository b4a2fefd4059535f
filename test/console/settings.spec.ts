import { beforeAll, expect, it } from '@jest/globals';
import { PASSWORD } from '../harness/browser.js';
import { clickInDialog, enter, look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('the settings', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
  });

  it('invite a user, whose link leads to the console with the role that was chosen', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/settings' });
    await page.getByRole('button', { name: 'Invite a user' }).click();
    await page.getByLabel('E-mail').fill('lena@example.com');
    await page.getByLabel('Role').selectOption('author');
    await clickInDialog(page, /Invite a user/);
    const link = await page.getByLabel('Shown once').inputValue();
    await page.getByRole('button', { name: 'Close', exact: true }).last().click();
    await page.getByRole('row', { name: /lena@example.com Author Invited never/ }).waitFor();
    expect(await look(page, 'users')).toEqual([]);

    const invited = await browser.open(link);
    await invited
      .getByLabel(/password/i)
      .first()
      .fill(PASSWORD);
    await invited.getByRole('button', { name: /Set|Save/ }).click();
    await invited.getByRole('heading', { name: 'Sign in' }).waitFor();
    await enter(invited, tenant.slug, 'lena@example.com', PASSWORD);
    await invited.getByRole('heading', { name: 'Sign in' }).waitFor({ state: 'detached' });
    await invited.goto(`${tenant.url}/settings`);
    await invited.getByText('Your role is author. An admin can do this').waitFor();
  });

  it('show at once what an admin changes of themselves', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/settings' });
    const row = page.getByRole('row', { name: new RegExp(ADMIN) });
    await row.getByRole('button', { name: 'Edit' }).click();
    // Somebody else is faster: the list shows their change, and the next dialog is about it.
    const { items } = await tenant.api.listUsers();
    const { id = '' } = items.find(({ email }) => email === ADMIN) ?? {};
    await tenant.api.changeUser({ path: { id }, body: { name: 'Ana Other' } });
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.getByRole('alert').getByText('Somebody else has changed this since.').waitFor();
    await clickInDialog(page, 'Cancel');
    await page.getByRole('row', { name: /Ana Other/ }).waitFor();
    await row.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Name').fill('Ana Renamed');
    await page.getByLabel('May sign in').uncheck();
    await page.getByText('API tokens that they made stay valid').waitFor();
    await page.getByLabel('May sign in').check();
    await page.getByRole('button', { name: /^Save/ }).click();
    const side = page.getByRole('complementary', { name: 'Navigation' });
    await eventually(async () => expect(await side.innerText()).toContain('Ana Renamed'));
  });

  it('create a token that is shown once and works, and revoke it', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/settings?tab=tokens' });
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByRole('textbox', { name: 'Program' }).fill('Okta SCIM');
    await page.getByLabel('Valid until').fill('2031-05-04');
    await clickInDialog(page, /New token/);
    const token = await page.getByLabel('Shown once').inputValue();
    const ask = async (): Promise<number> => (await tenant.as(token).call('GET', '/workers')).status;
    expect(await ask()).toBe(200);
    await page.getByRole('button', { name: 'Close', exact: true }).last().click();
    const row = page.getByRole('row', { name: /Okta SCIM Viewer .* 4 May 2031/ });
    await row.waitFor();
    expect(await look(page, 'tokens')).toEqual([]);
    await row.getByRole('button', { name: 'Revoke' }).click();
    await clickInDialog(page, 'Revoke');
    await page.getByText('The token was revoked.').first().waitFor();
    await row.waitFor({ state: 'detached' });
    expect(await ask()).toBe(401);
  });

  it('hold the rules of the tenant, and refuse what cannot be', async () => {
    await tenant.api.replaceReadinessPolicy({ body: { expiringWithinDays: 400 } });
    const page = await browser.signIn(tenant, ADMIN, { path: '/settings?tab=rules' });
    await page.getByLabel('Time zone').fill('Mars/Olympus');
    await page.getByLabel('Assignment overdue').selectOption('Blocking');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Nothing was saved. The field above that is marked says why.').waitFor();
    expect(await page.getByLabel('Time zone').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
    await page.getByLabel('Time zone').fill('Pacific/Auckland');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('The rules were saved.').first().waitFor();
    expect(await look(page, 'rules')).toEqual([]);
    expect(await tenant.api.getReadinessPolicy()).toMatchObject({
      timeZone: 'Pacific/Auckland',
      severities: { assignment_overdue: 4 },
    });
    await page.getByRole('link', { name: 'Single sign-on' }).click();
    await page.getByLabel('Issuer').fill('http://127.0.0.1:1/none');
    await page.getByLabel('Client id').fill('engine');
    await page.getByLabel('Client secret').fill('secret');
    await page.getByRole('button', { name: 'Save and ask the provider' }).click();
    await page.getByText('Nothing was saved. The field above that is marked says why.').waitFor();
    expect(await look(page, 'sign-on')).toEqual([]);
    await (
      await sharedEngine()
    ).operator('PATCH', `/tenants/${tenant.slug}`, { plan: 'team', signalRetentionMonths: 3 });
    await page.getByRole('link', { name: 'Plan and retention' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Leave' }).click();
    await page.getByText('0 of 25 used, 25 left').waitFor();
    await page.getByText('3 months').waitFor();
    await page.getByText('The operator of the engine').waitFor();
    expect(await look(page, 'plan')).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await look(page, 'plan-phone')).toEqual([]);
    await page.setViewportSize({ width: 1_440, height: 900 });
    await page.getByRole('link', { name: 'Operations' }).click();
    await page.getByText('No operation').waitFor();
  });

  it('say why no link for a password was made', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/settings' });
    let asked = 0;
    await page.route('**/reset-password', (route) => {
      asked += 1;
      return route.abort();
    });
    await page
      .getByRole('row', { name: new RegExp(ADMIN) })
      .getByRole('button', { name: 'Reset password' })
      .click();
    const question = page.getByRole('dialog', { name: 'Reset this password?' });
    await question.getByText('the user is signed out at once').waitFor();
    expect(asked).toBe(0);
    await question.getByRole('button', { name: 'Reset password' }).click();
    await question.getByRole('alert').getByText('The engine did not answer.').waitFor();
    expect(await page.getByLabel('Shown once').count()).toBe(0);
  });
});
