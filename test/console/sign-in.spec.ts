import { beforeAll, expect, it } from '@jest/globals';
import { sendSignal } from '../factories/signals.js';
import { consoleUser } from '../factories/users.js';
import { addWorker } from '../factories/workers.js';
import { PASSWORD } from '../harness/browser.js';
import { clickInDialog, enter, look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('signing in to the console', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
  });

  it('explains a wrong password, and shows the tenant after the right one', async () => {
    const page = await browser.open(`${tenant.url}/login?tenant=123`);
    expect(await page.getByLabel('Tenant').inputValue()).toBe('123');
    await enter(page, tenant.slug, ADMIN, 'not the password at all');
    await page.getByText('Tenant, e-mail and password do not match').waitFor();
    await page.route('**/auth/login', (route) => route.fulfill({ status: 502, body: '<h1>Bad Gateway</h1>' }), {
      times: 1,
    });
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('The engine did not answer. Try again in a moment.').waitFor();
    expect(await look(page, 'sign-in')).toEqual([]);
    // The page was open overnight.
    await page.clock.install();
    await page.clock.fastForward('10:00:00');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Training needs' }).waitFor();
    expect(await page.getByRole('complementary', { name: 'Navigation' }).innerText()).toContain(
      `Tenant ${tenant.slug}`,
    );
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('row', { name: /10 h/ }).waitFor({ timeout: 10_000 });
    // Screen readers are told which page it is.
    await page.getByRole('status').getByText('Settings', { exact: true }).waitFor();
  });

  it('leads to the page that was asked for, and ends with signing out', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs?q=rigging' });
    await page.waitForURL('**/needs?q=rigging');
    const other = await page.context().newPage();
    await other.goto(`${tenant.url}/people`);
    await other.getByText('The directory is empty').waitFor();
    await page.getByRole('button', { name: 'Account and display' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await other.locator('html[data-theme="dark"]').waitFor();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    await other.getByText('Your session is over.').waitFor();
    await other.close();
    await page.goto(`${tenant.url}/needs`);
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(browser.faults).toEqual([]);
  });

  it('does not end unseen while the engine does not answer', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.route('**/auth/logout', (route) => route.abort());
    await page.getByRole('button', { name: 'Account and display' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByText('You are still signed in.').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Training needs');
  });

  it('is asked for again when the session is over, and goes back to where the person was', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs?view=blocking' });
    await page.getByRole('link', { name: 'Training needs' }).waitFor();
    await page.context().clearCookies();
    await page.reload();
    await enter(page, tenant.slug, ADMIN, PASSWORD);
    await page.waitForURL('**/needs?view=blocking');
    expect(browser.faults).toEqual([]);
  });

  it('ends what the person before could undo, if their session was over', async () => {
    await consoleUser(tenant, { email: 'béa@example.com' });
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Rigging' });
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('row', { name: /Rigging/ }).click();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await clickInDialog(page, 'Dismiss');
    await page.getByText('Dismissed Rigging.').waitFor();
    // Keys have no effect while a dialog is open.
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await page.context().clearCookies();
    for (const key of ['g', 'r']) await page.keyboard.press(key);
    await page.getByText('Your session is over').waitFor();
    await enter(page, tenant.slug, 'béa@example.com', PASSWORD);
    await page.getByRole('complementary', { name: 'Navigation' }).waitFor();
    await page.keyboard.press('u');
    await page.getByText('There is nothing to undo').waitFor();
    expect((await tenant.api.listNeeds({ query: { status: ['dismissed'] } })).items).toHaveLength(1);
  });

  it('ends on a page that is only looked at, when the person is barred from it', async () => {
    const { id } = await consoleUser(tenant, { email: 'cai@example.com', role: 'viewer' });
    const page = await browser.signIn(tenant, 'cai@example.com', { path: '/people' });
    await page.getByText('Live', { exact: true }).waitFor();
    await tenant.api.changeUser({ path: { id }, body: { active: false } });
    await page.getByText('Your session is over').waitFor();
    expect(page.url()).toContain('returnTo=%2Fpeople');
  });

  it('begins with an invitation, whose link works once', async () => {
    const { invitation } = await tenant.api.createUser({ body: { email: 'new@example.com', role: 'viewer' } });
    const page = await browser.open(invitation.url);
    expect(await look(page, 'set-password')).toEqual([]);
    await page.getByLabel('New password').fill('password1234');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('New password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Your password is set.').waitFor();
    expect(await page.getByLabel('Tenant').inputValue()).toBe(tenant.slug);
    await enter(page, tenant.slug, 'new@example.com', PASSWORD);
    await page.getByRole('heading', { level: 1, name: 'Training needs' }).waitFor();
    const again = await browser.open(invitation.url);
    await again.getByLabel('New password').fill(PASSWORD);
    await again.keyboard.press('Enter');
    await again.getByText('This link has been used or has expired').waitFor();
  });

  it('works on a phone', async () => {
    const page = await browser.signIn(tenant, ADMIN, { phone: true });
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Audit' }).click();
    await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
    expect(await look(page, 'page-phone')).toEqual([]);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await look(page, 'menu-phone')).toEqual([]);
    await page.getByRole('menuitem', { name: 'Change your password' }).click();
    await page.getByRole('dialog', { name: 'Change your password' }).waitFor();
  });
});
