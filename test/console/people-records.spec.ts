import { beforeAll, expect, it } from '@jest/globals';
import type { Locator, Route } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { addWorker } from '../factories/workers.js';
import { cancel, clickInDialog, look } from '../harness/console-browser.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

describeConsole('what a person holds and has to do', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await addWorker(tenant, { name: 'Jürgen Groß', externalWorkerId: 'E-1', site: 'Dock 4' });
    await addWorker(tenant, { name: 'Mia Chen', externalWorkerId: 'E-2', site: 'Dock 4' });
  });

  it('are credentials, which are entered and corrected, and steps of onboarding, which are done', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=credentials' });
    await page.getByRole('button', { name: 'New credential' }).click();
    await page.getByRole('combobox', { name: 'Person' }).fill('Mia');
    await page.getByRole('option', { name: /Mia Chen/ }).click();
    await page.getByRole('combobox', { name: 'Person' }).fill('');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('combobox', { name: 'Person' }).inputValue()).toBe('Mia Chen');
    await page.getByRole('textbox', { name: 'Credential', exact: true }).fill('Forklift licence');
    await page.getByLabel('Valid until').fill('2026-01-31');
    await clickInDialog(page, /New credential/);
    await page.getByRole('row', { name: /Forklift licence Mia Chen expired/ }).waitFor();
    expect(await look(page, 'credentials')).toEqual([]);
    const [stored] = (await tenant.api.listCredentials()).items;
    const expiresAt = '2026-02-01T06:30:00.000Z';
    await tenant.api.changeCredential({ path: { id: stored?.id ?? '' }, body: { expiresAt } });
    await page.reload();
    await page.getByRole('button', { name: 'Edit Forklift licence, Mia Chen' }).click();
    await page.getByRole('textbox', { name: 'Credential', exact: true }).fill('Forklift truck licence');
    await clickInDialog(page, /Save/);
    await page.getByRole('row', { name: /Forklift truck licence Mia Chen expired/ }).waitFor();
    expect((await tenant.api.listCredentials()).items).toMatchObject([{ name: 'Forklift truck licence', expiresAt }]);
    const marked = (mark: string): Locator => page.getByRole('row', { name: /Forklift truck/ }).locator(`.m-${mark}`);
    const endAt = (end: Date): Promise<unknown> =>
      tenant.api.changeCredential({ path: { id: stored?.id ?? '' }, body: { expiresAt: end.toISOString() } });
    await endAt(new Date(Date.now() + 60 * DAY_MS));
    await marked('ready').waitFor();
    // It ended earlier today, perhaps.
    await endAt(new Date(Date.now() - 60_000));
    await marked('blocking').waitFor();
    await endAt(new Date(Date.now() + 60 * DAY_MS));
    await marked('ready').waitFor();
    await tenant.api.replaceReadinessPolicy({ body: { expiringWithinDays: 90 } });
    await page.reload();
    await marked('soon').waitFor();

    await page.getByRole('link', { name: 'Onboarding' }).click();
    await page.getByRole('button', { name: 'New step' }).click();
    await page.getByRole('combobox', { name: 'Person' }).fill('Mia');
    await page.getByRole('option', { name: /Mia Chen/ }).click();
    await page.getByRole('textbox', { name: 'Step', exact: true }).fill('Site induction');
    await clickInDialog(page, /New step/);
    await page.getByRole('button', { name: 'Delete Site induction, Mia Chen' }).click();
    await cancel(page.getByRole('dialog', { name: 'Delete this step?' }));
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText('No step is open').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText('No step is open').waitFor();
  });

  it('are courses that are assigned without a need, with more time and without', async () => {
    await publishedCourse(tenant, { title: 'New crane' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=assignments' });
    await page.getByRole('button', { name: 'Assign a course' }).click();
    await page.getByRole('combobox', { name: 'Course' }).fill('crane');
    await page.getByRole('option', { name: /New crane/ }).click();
    await tenant.api.createSite({ body: { name: 'Empty yard' } });
    await page.getByLabel('To whom').selectOption('Everybody at a site');
    await page.getByRole('combobox', { name: 'Site' }).fill('Empty');
    await page.getByRole('option', { name: /Empty yard/ }).click();
    await page.getByText('Nobody works at this site').waitFor();
    await page.getByLabel('To whom').selectOption('One person');
    await page.getByRole('combobox', { name: 'Person' }).fill('Jür');
    await page.getByRole('option', { name: /Jürgen Groß/ }).click();
    await page.getByText('Empty: in 30 days.').waitFor();
    await page.getByRole('button', { name: 'Assign it to 1 person' }).click();
    const row = page.getByRole('row', { name: /Jürgen Groß New crane/ });
    await row.waitFor();
    expect(await look(page, 'assignments')).toEqual([]);
    await row.getByRole('button', { name: 'Extend' }).click();
    await page.getByLabel('Due').fill('2031-05-04');
    await clickInDialog(page, /Extend/);
    await page.getByRole('row', { name: /New crane 4 May 2031/ }).waitFor();
    // Somebody else gives another day meanwhile: what was entered stays, and is sent once the person has seen it.
    const [{ id } = { id: '' }] = (await tenant.api.listAssignments()).items;
    const extend = async (route: Route): Promise<void> => {
      await tenant.api.extendAssignment({ path: { id }, body: { dueAt: '2099-01-01' } });
      await route.continue();
    };
    const overtaken = page.getByRole('alert').getByText('Somebody else has changed this since.');
    await page.route('**/extend', extend, { times: 1 });
    await row.getByRole('button', { name: 'Extend' }).click();
    await page.getByText('Until now: 4 May 2031.').waitFor();
    await page.getByLabel('Due').fill('2031-06-07');
    await clickInDialog(page, /Extend/);
    await overtaken.waitFor();
    await page.getByText('Until now: 1 Jan 2099.').waitFor();
    await clickInDialog(page, /Extend/);
    await page.getByRole('row', { name: /New crane 7 Jun 2031/ }).waitFor();
    await row.getByRole('button', { name: 'Complete' }).click();
    await page.getByText('It cannot be taken back.').waitFor();
    await clickInDialog(page, 'Cancel');
    // Somebody else gives more time: the decision is refused once, and not as long as the dialog is open.
    await page.route('**/cancel', extend, { times: 1 });
    await row.getByRole('button', { name: 'Cancel the assignment' }).click();
    await clickInDialog(page, /Cancel the assignment/);
    await overtaken.waitFor();
    await clickInDialog(page, /Cancel the assignment/);
    await page.getByText('Nobody has an open assignment').waitFor();
  });
});
