import { beforeAll, expect, it } from '@jest/globals';
import { raisedNeed } from '../factories/needs.js';
import { consoleUser } from '../factories/users.js';
import { addWorker } from '../factories/workers.js';
import { holdRequests } from '../harness/console-network.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('a key', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    for (const [topic, severity] of [
      ['Rigging', 4],
      ['Slinging', 2],
      ['Welding', 1],
    ] as const)
      await raisedNeed(tenant, { external_worker_id: 'W-1', topic, severity });
    const { items } = await tenant.api.listNeeds({ query: { topic: 'Welding' } });
    await tenant.api.dismissNeed({ path: { id: items[0]?.id ?? '' }, body: { reason: 'other' } });
  });

  it('of an action that a need or a role does not allow says why', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs?view=dismissed' });
    await page.getByRole('row', { name: /Welding/ }).waitFor();
    for (const key of ['j', 'o']) await page.keyboard.press(key);
    await page.locator('.toast', { hasText: 'Not possible while it is dismissed' }).waitFor();
    expect(await page.locator('.dialog').count()).toBe(0);
    await page.keyboard.press('Enter');
    const another = page.locator('.drawer').getByRole('button', { name: /Another course/ });
    expect(await another.getAttribute('title')).toBe('Not possible while it is dismissed');

    await consoleUser(tenant, { email: 'viewer@example.com', role: 'viewer' });
    const other = await browser.signIn(tenant, 'viewer@example.com', { path: '/needs' });
    await other.getByRole('row', { name: /Rigging/ }).waitFor();
    for (const key of ['j', 'd']) await other.keyboard.press(key);
    await other.locator('.toast', { hasText: 'Your role is viewer. An admin can do this' }).waitFor();
  });

  it('acts on no need of the view before', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('row', { name: /Slinging/ }).waitFor();
    for (const key of ['j', 'j']) await page.keyboard.press(key);
    await page.locator('tr:focus', { hasText: 'Slinging' }).waitFor();
    await page.getByRole('link', { name: /^Blocking/ }).click();
    await page.getByRole('row', { name: /Slinging/ }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Rigging/ }).waitFor();
    for (const key of ['x', 'd', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('1 selected').waitFor();
    expect(await page.locator('.dialog').count()).toBe(0);
    expect(await page.getByRole('row', { selected: true }).innerText()).toContain('Rigging');
  });

  it('that is pressed before the palette is loaded is none of the page', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('row', { name: /Slinging/ }).waitFor();
    await page.keyboard.press('j');
    const release = await holdRequests(page, '**/assets/palette-*.js');
    for (const key of ['Control+k', 'd', 'Enter']) await page.keyboard.press(key);
    await page.locator('.toast', { hasText: 'Opening…' }).waitFor();
    release();
    await page.getByRole('dialog').locator('input:focus').waitFor();
    expect(await page.getByRole('dialog', { name: 'Dismiss this need' }).count()).toBe(0);
    expect(await page.locator('.drawer').count()).toBe(0);
    await page.locator('.toast', { hasText: 'Opening…' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.locator('tr:focus').waitFor();
  });

  it('acts with Caps Lock, too', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('row', { name: /Slinging/ }).waitFor();
    await page.keyboard.press('End');
    await page.locator('tr:focus', { hasText: 'Slinging' }).waitFor();
    await page.keyboard.press('Home');
    await page.locator('tr:focus', { hasText: 'Rigging' }).waitFor();
    for (const key of ['J', 'X', 'J', 'J', 'D']) await page.keyboard.press(key);
    await page.getByRole('dialog', { name: 'Dismiss 1 need' }).waitFor();
    expect(await page.locator('.dialog').count()).toBe(1);
  });
});
