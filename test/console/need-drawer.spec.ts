import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { addWorkerWithTwoNeeds, firstNeed, needAbout, raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('an open need', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await addWorkerWithTwoNeeds(tenant);
  });

  /** Another tenant, with one course and a need. */
  const tenantWithNeed = async (title: string, topic: string): Promise<TestTenant> => {
    const other = await createTenant();
    await publishedCourse(other, { title });
    await addWorker(other, { name: 'Ada', externalWorkerId: 'Ada' });
    await raisedNeed(other, { external_worker_id: 'Ada', topic });
    return other;
  };

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
    await page.getByRole('dialog', { name: 'Command palette' }).locator('input:focus').waitFor();
    await page.keyboard.type('jordan');
    await page.getByRole('option', { name: 'People with “jordan”' }).click();
    await page.getByRole('link', { name: 'Jordan Blake' }).waitFor();
    await page.waitForURL('**/people?q=jordan');
  });

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
  });

  it('says why it was not opened again', async () => {
    const { id } = await needAbout(tenant, 'Slinging');
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
  });

  it('offers for a snoozed need what else can be done about it', async () => {
    const { id } = await needAbout(tenant, 'Slinging');
    await tenant.api.snoozeNeed({ path: { id }, body: { until: new Date(Date.now() + 9e8).toISOString() } });
    const page = await browser.signIn(tenant, ADMIN, { path: `/needs?view=snoozed&need=${id}` });
    const drawer = page.locator('.drawer');
    const may = (name: string) => drawer.getByRole('button', { name, exact: true });
    for (const name of ['Offer course', 'Author', 'Dismiss']) {
      await may(name).waitFor();
      expect(await may(name).getAttribute('aria-disabled')).not.toBe('true');
    }
    const before = await drawer.getByText(/^Snoozed until/).innerText();
    await may('Snooze').click();
    await page.getByRole('button', { name: 'In 30 days' }).click();
    await page.keyboard.press('Control+Enter');
    await eventually(async () => expect(await drawer.getByText(/^Snoozed until/).innerText()).not.toBe(before));
    await may('Reopen').click();
    await may('Reopen').waitFor({ state: 'detached' });
    expect(await tenant.api.getNeed({ path: { id } })).toMatchObject({ status: 'open' });
  });

  it('marks only the reasons for its course as such', async () => {
    const other = await tenantWithNeed('Q Fever', 'Q fever - sheep handlers');
    const { id } = await firstNeed(other);
    const page = await browser.signIn(other, ADMIN, { path: `/needs?need=${id}` });
    const reasons = page.locator('.drawer .ev li');
    await reasons.first().waitFor();
    expect(await reasons.filter({ has: page.locator('.lucide-check') }).allInnerTexts()).toEqual([
      expect.stringMatching(/^Shares/),
    ]);
    expect(await reasons.allInnerTexts()).toContainEqual(expect.stringMatching(/^Missing: sheep/));
  });

  it('teaches the library its closest course, which the library shows at once', async () => {
    const topic = 'Zemu rigging supervisor';
    const other = await tenantWithNeed('Rigging and Slinging of Heavy Loads', topic);
    const page = await browser.signIn(other, ADMIN, { path: '/library?tab=synonyms' });
    await page.getByRole('heading', { level: 2 }).waitFor();
    await page.getByRole('link', { name: 'Training needs' }).click();
    await page.getByRole('row', { name: new RegExp(topic) }).click();
    await page.locator('.drawer').getByRole('button', { name: 'Use this course' }).click();
    await page.locator('.drawer').getByRole('heading', { name: 'Why this course' }).waitFor();
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('link', { name: 'What topics mean' }).click();
    expect(await page.getByRole('row', { name: new RegExp(topic) }).innerText()).toContain('Rigging and Slinging');
  });
});
