import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { addWorker } from '../factories/workers.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('an open need', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    for (const [topic, severity] of [
      ['Rigging', 3],
      ['Slinging', 2],
    ] as const)
      await tenant.send({ event: 'signal.incident', data: { external_worker_id: 'W-1', topic, severity } });
    await tenant.resolvedNeeds();
  });

  it('is closed by the back button, after a look at the next one, too, and after the dialog over it', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    await page.getByRole('link', { name: 'Training needs' }).click();
    await page.getByRole('row', { name: /Rigging/ }).click();
    const drawer = page.locator('.drawer');
    await drawer.getByRole('button', { name: 'Next need' }).click();
    await drawer.getByRole('heading', { level: 2, name: 'Slinging' }).waitFor();
    await drawer.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByLabel('Note').fill('see Rigging');
    await page.goBack();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Leave' }).click();
    await page.locator('.dialog').first().waitFor({ state: 'detached' });
    expect(await drawer.count()).toBe(1);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
    await page.goBack();
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor({ state: 'detached' });
    expect(await drawer.count()).toBe(1);
    await page.goBack();
    await drawer.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/needs');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('jordan');
    await page.getByRole('option', { name: 'People with “jordan”' }).click();
    await page.getByRole('link', { name: 'Jordan Blake' }).waitFor();
    await page.waitForURL('**/people?q=jordan');
  }, 60_000);

  it('gets its dialog although an upgrade has removed the file of it since the page was loaded', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    let isGone = true;
    await page.route(/\/assets\/snooze-dialog-.*\.js/, (route) =>
      isGone ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await page.getByRole('row', { name: /Rigging/ }).click();
    page.on('request', (request) => {
      if (request.isNavigationRequest()) isGone = false;
    });
    await page.locator('.drawer').getByRole('button', { name: 'Snooze' }).click();
    const dialog = page.locator('.dialog');
    await dialog.getByRole('button', { name: /^Snooze until/ }).waitFor();
    expect(await dialog.count()).toBe(1);
  }, 60_000);

  it('says why it was not opened again', async () => {
    const { items } = await tenant.api.listNeeds();
    const id = items.find(({ topic }) => topic === 'Slinging')?.id ?? '';
    await tenant.api.dismissNeed({ path: { id }, body: { reason: 'other' } });
    const page = await browser.signIn(tenant, ADMIN, { path: `/needs?view=dismissed&need=${id}`, phone: true });
    await page.route('**/reopen', (route) => route.abort());
    const reopen = page.getByRole('button', { name: 'Reopen' });
    await reopen.click();
    await page.locator('.drawer').getByRole('alert').getByText('The engine did not answer.').waitFor();
    // The reason takes no room of the button.
    expect((await reopen.boundingBox())?.width).toBeGreaterThan(300);
    await page.unroute('**/reopen');
    await reopen.click();
    await page.getByRole('button', { name: 'Offer course' }).waitFor();
    expect(await tenant.api.getNeed({ path: { id } })).toMatchObject({ status: 'open' });
  }, 60_000);

  it('teaches the library its closest course, which the library shows at once', async () => {
    const other = await createTenant();
    await publishedCourse(other, { title: 'Rigging and Slinging of Heavy Loads' });
    await addWorker(other, { name: 'Ada', externalWorkerId: 'Ada' });
    const topic = 'Zemu rigging supervisor';
    await other.send({ event: 'signal.incident', data: { external_worker_id: 'Ada', topic } });
    await other.resolvedNeeds();
    const page = await browser.signIn(other, ADMIN, { path: '/library?tab=synonyms' });
    await page.getByRole('heading', { level: 2 }).waitFor();
    await page.getByRole('link', { name: 'Training needs' }).click();
    await page.getByRole('row', { name: new RegExp(topic) }).click();
    await page.locator('.drawer').getByRole('button', { name: 'Use this course' }).click();
    await page.locator('.drawer').getByRole('heading', { name: 'Why this course' }).waitFor();
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('link', { name: 'What topics mean' }).click();
    expect(await page.getByRole('row', { name: new RegExp(topic) }).innerText()).toContain('Rigging and Slinging');
  }, 60_000);
});
