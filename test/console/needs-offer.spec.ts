import { beforeEach, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { addWorkerWithTwoNeeds, raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { holdRequests } from '../harness/console-network.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { needRow } from './needs-page.js';

describeConsole('an offer in the inbox', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await createTenant();
    await addWorkerWithTwoNeeds(tenant);
  });

  const expectDisabled = (button: Locator, isDisabled: boolean): Promise<void> =>
    eventually(async () => expect(await button.getAttribute('aria-disabled')).toBe(String(isDisabled)));

  it('is not made to people who are not counted yet', async () => {
    await publishedCourse(tenant, { title: 'Rigging' });
    const page = await browser.signIn(tenant, ADMIN);
    // The course is found while the dialog is open, however late the needs are matched with it.
    await page.route('**/needs/need_*', async (route) => {
      const response = await route.fetch();
      const recommendation = { kind: 'pending', courseId: null, title: null, score: null, evidence: [] };
      await route.fulfill({ response, json: { ...(await response.json()), recommendation } });
    });
    await page.getByRole('row', { name: 'Select Rigging' }).click();
    await page.getByRole('button', { name: 'Offer course' }).click();
    await page.getByText('Choose a course first').first().waitFor();
    await page.getByText('No course is recommended.').waitFor();
    await page.unroute('**/needs/need_*');
    await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Rigging', severity: 3 });
    const offer = page.getByRole('dialog').getByRole('button', { name: /^Offer/ });
    await page.getByRole('button', { name: 'Offer to 1 person' }).waitFor();
    const release = await holdRequests(page, '**/offer');
    await page.getByLabel('Everyone').check();
    await expectDisabled(offer, true);
    release();
    await page.getByRole('button', { name: 'Offer to 1 person' }).waitFor();
    await expectDisabled(offer, false);
  });

  it('is of another course, found by search, if the recommended one is wrong', async () => {
    await publishedCourse(tenant, { title: 'Signals for Banksmen', topics: ['Banksman'] });
    const page = await browser.signIn(tenant, ADMIN);
    await needRow(page, 'Rigging').click();
    await page.getByRole('button', { name: 'Another course' }).click();
    const course = page.getByRole('combobox', { name: 'Course' });
    await course.fill('banksmen');
    await page.getByRole('option', { name: /Signals for Banksmen/ }).click();
    // Enter after another search offers nothing, and Esc leads back to the choice, and then out of the dialog.
    await page.getByRole('button', { name: 'Offer to 1 person' }).waitFor();
    for (const words of ['signals', '']) {
      await course.fill(words);
      for (const key of ['Enter', 'Control+Enter']) await page.keyboard.press(key);
      await page.getByRole('option', { name: /Signals for Banksmen/ }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('option').waitFor({ state: 'detached' });
      expect(await course.inputValue()).toBe('Signals for Banksmen');
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Leave' }).click();
    await course.waitFor({ state: 'detached' });
    expect((await tenant.api.listAssignments()).items).toEqual([]);
    await page.getByRole('button', { name: 'Another course' }).click();
    await course.fill('banksmen');
    await page.getByRole('option', { name: /Signals for Banksmen/ }).click();
    await page.getByRole('button', { name: 'Offer to 1 person' }).click();
    await page.getByText('Offered to 1 person.').waitFor();
    expect((await tenant.api.listAssignments()).items[0]?.course.title).toBe('Signals for Banksmen');
  });

  it('to somebody who is not in the directory says why it reaches nobody, and leads to the directory', async () => {
    await publishedCourse(tenant, { title: 'Rigging' });
    const { id } = await raisedNeed(tenant, { email: 'new@example.com', topic: 'Rigging' });
    const page = await browser.signIn(tenant, ADMIN, { path: `/needs?need=${id}&act=offer&on=${id}` });
    await page.getByText('Nobody would be assigned this course: the person').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Nobody in People has the key “new@example.com”').waitFor();
    await page.getByRole('link', { name: 'Open People' }).click();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/people');
  });

  it('says that nobody was assigned the course if another admin has offered it a moment before', async () => {
    await publishedCourse(tenant, { title: 'Rigging' });
    const page = await browser.signIn(tenant, ADMIN);
    await needRow(page, 'Rigging').click();
    await page.getByRole('button', { name: 'Offer course' }).click();
    const offer = page.getByRole('dialog').getByRole('button', { name: 'Offer to 1 person' });
    await offer.waitFor();
    const release = await holdRequests(page, '**/offer');
    await offer.click();
    const { items } = await tenant.api.listNeeds({ query: { topic: 'Rigging' } });
    await tenant.api.offerNeed({ path: { id: items[0]?.id ?? '' }, body: {} });
    release();
    await page.getByText('Nobody was assigned this course').waitFor();
    expect((await tenant.api.listAssignments()).items).toHaveLength(1);
  });
});
