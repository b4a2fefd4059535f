import { expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { addWorker } from '../factories/workers.js';
import { cancel, clickInDialog, look } from '../harness/console-browser.js';
import { holdRequests } from '../harness/console-network.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';

const UNKNOWN = 'What it would do is not known';
const REFUSAL = {
  status: 409,
  body: JSON.stringify({ code: 'moved', detail: 'the directory is being moved', status: 409, title: 'Moved' }),
};

describeConsole('a preview that fails', ({ browser, createTenant }) => {
  it('is not waited for, and is asked for again', async () => {
    const tenant = await createTenant();
    await publishedCourse(tenant, { title: 'Rigging' });
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    await tenant.send({ event: 'signal.incident', data: { external_worker_id: 'W-1', topic: 'Rigging' } });
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    const dialog = page.locator('.dialog');
    const askAgain = async (decision: Locator): Promise<void> => {
      await dialog.getByRole('alert').getByText('The directory is being moved.').waitFor();
      await dialog.getByText(UNKNOWN).waitFor();
      expect(await dialog.getByText('Counting…').count()).toBe(0);
      await dialog.getByRole('button', { name: 'Try again' }).click();
      await decision.waitFor();
      expect(await dialog.getByText(UNKNOWN).count()).toBe(0);
      await cancel(dialog);
    };
    await page.route('**/needs/*/offer', (route) => route.fulfill(REFUSAL), { times: 1 });
    await page.getByRole('row', { name: /Rigging/ }).press('o');
    await dialog.getByText(UNKNOWN).waitFor();
    expect(await look(page, 'offer-not-counted')).toEqual([]);
    await askAgain(dialog.getByRole('button', { name: 'Offer to 1 person' }));
    await page.route('**/needs/bulk', (route) => route.fulfill(REFUSAL), { times: 1 });
    await page.getByLabel('Select Rigging').check();
    await page.getByRole('toolbar').getByRole('button', { name: 'Dismiss' }).click();
    await askAgain(dialog.getByRole('button', { name: 'Dismiss 1 need' }));
  });

  it('is waited for before a course is assigned, and before a requirement is saved', async () => {
    const tenant = await createTenant();
    await publishedCourse(tenant, { title: 'New crane' });
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1', site: 'Yard' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=assignments' });
    const dialog = page.locator('.dialog');
    const decide = dialog.locator('button[type="submit"]');
    const waits = (why: string): Promise<void> =>
      dialog.locator(`button[type="submit"][aria-disabled="true"][title="${why}"]`).waitFor();
    await page.getByRole('button', { name: 'Assign a course' }).click();
    await page.getByRole('combobox', { name: 'Course' }).fill('crane');
    await page.getByRole('option', { name: /New crane/ }).click();
    await page.getByLabel('To whom').selectOption('Everybody at a site');
    await page.getByRole('combobox', { name: 'Site' }).fill('yard');
    const assign = await holdRequests(page, '**/admin/assignments');
    await page.getByRole('option', { name: /Yard/ }).click();
    await waits('Counting…');
    // Under the pointer, too, it looks as if it cannot be taken.
    const colour = (): Promise<string> =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector('.dialog button[type="submit"]')).backgroundColor`,
      );
    await page.mouse.move(0, 0);
    const resting = await colour();
    await decide.hover();
    expect(await colour()).toBe(resting);
    assign();
    await decide.and(page.getByRole('button', { name: 'Assign it to 1 person' })).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await decide.click();
    await page.getByRole('row', { name: /Jordan Blake New crane/ }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    // What was decided is not previewed again.
    expect(asked.filter((sent) => /dryRun(?:=|":)true/.test(sent))).toEqual([]);

    await page.goto(`${tenant.url}/readiness/requirements`);
    await page.getByRole('button', { name: 'New requirement' }).click();
    const credential = dialog.getByRole('textbox', { name: 'Name of the credential' });
    await credential.fill('WAH');
    await dialog.getByText('It concerns 1 person').waitFor();
    const require = await holdRequests(page, '**/requirements?dryRun=true');
    await credential.fill('WAH licence');
    await waits('Counting whom it affects…');
    require();
    expect((await tenant.api.listRequirements()).items).toEqual([]);
    await decide.and(page.locator(':not([aria-disabled="true"])')).waitFor();
    asked.length = 0;
    await clickInDialog(page, 'New requirement');
    await page.getByRole('row', { name: /WAH licence/ }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(asked.filter((sent) => /dryRun(?:=|":)true/.test(sent))).toEqual([]);

    // What is refused for the same reason when it is saved is said once.
    await page
      .getByRole('row', { name: /WAH licence/ })
      .getByRole('button', { name: 'Edit' })
      .click();
    await dialog.getByText('It concerns 1 person').waitFor();
    const [stored] = (await tenant.api.listRequirements()).items;
    await tenant.api.changeRequirement({ path: { id: stored?.id ?? '' }, body: { graceDays: 9 } });
    await dialog.getByLabel('Days of grace').fill('6');
    await dialog.getByRole('alert').getByText('Somebody else has changed this since.').waitFor();
    const refused = page.waitForResponse(/dryRun=false/);
    await decide.click();
    await (await refused).finished();
    await decide.and(page.locator(':not([aria-busy])')).waitFor();
    await eventually(async () => expect(await dialog.getByRole('alert').count()).toBe(1));
  });
});
