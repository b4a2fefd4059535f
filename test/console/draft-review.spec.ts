import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { draftAbout } from '../factories/drafts.js';
import { consoleUser } from '../factories/users.js';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

const WRITER = 'wim@example.com';

/** Strikes every claim but the first of each lesson, and gives that one a source. */
async function giveSources(page: Page, lessons: number): Promise<void> {
  for (let lesson = 1; lesson <= lessons; lesson++) {
    await page
      .getByRole('navigation', { name: /^Draft:/ })
      .getByRole('link', { name: new RegExp(`^${lesson}\\.`) })
      .click();
    const open = page.getByText('needs source');
    await open.first().waitFor();
    for (let left = await open.count(); left > 1; left--) {
      await page.getByRole('button', { name: 'Strike the claim' }).last().click();
      await open.nth(left - 1).waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Give a source' }).click();
    await page.getByLabel(/^Source of:/).fill('SOP-12, section 3');
    await page.getByRole('button', { name: /^Set / }).click();
    await open.waitFor({ state: 'detached' });
  }
}

describeConsole('a draft', ({ browser, createTenant }) => {
  it('is edited by one person, and approved and published by another', async () => {
    const tenant = await createTenant();
    await consoleUser(tenant, { email: WRITER, role: 'author' });
    const { id } = await draftAbout(tenant, 'Manual Handling', 'Yard');
    const page = await browser.signIn(tenant, WRITER, { path: '/drafts' });
    await page.getByRole('row', { name: /Ready to edit.*Manual Handling/ }).waitFor();
    expect(await look(page, 'drafts')).toEqual([]);
    await page.getByRole('searchbox', { name: 'Title or topic' }).fill('2024');
    await page.keyboard.press('Enter');
    await page.getByText('No draft matches').waitFor();
    await page.getByRole('searchbox', { name: 'Title or topic' }).fill('handling');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Manual Handling' }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Title').fill('Lifting at the Yard');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lifting at the Yard' }).waitFor();
    const { lessons } = await tenant.api.getDraft({ path: { id } });
    await page.getByRole('link', { name: /^1\./ }).click();
    const strike = page.getByRole('button', { name: 'Strike the claim' });
    await strike.first().waitFor();
    const last = strike.nth((await strike.count()) - 1);
    await last.click();
    await last.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await last.waitFor();
    await giveSources(page, lessons.length);
    expect(await look(page, 'draft')).toEqual([]);
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Preview as learner' }).click();
    const preview = await opened;
    await preview.getByRole('heading', { level: 1, name: 'Lifting at the Yard' }).waitFor();
    await preview.getByRole('radio').first().check();
    expect(await preview.getByRole('button', { name: 'Check my answers' }).isDisabled()).toBe(true);
    expect(await look(preview, 'draft-preview')).toEqual([]);
    await preview.setViewportSize({ width: 390, height: 844 });
    expect(await look(preview, 'draft-preview-phone')).toEqual([]);
    await page.getByRole('button', { name: 'Changes' }).click();
    await page.locator('ins').first().waitFor();
    await page.getByRole('heading', { name: `Lesson ${lessons.length}: ${lessons.at(-1)?.title}, claims` }).waitFor();
    await page.getByRole('button', { name: 'Submit for review' }).click();
    await page.getByText('Authors and admins').or(page.getByText('An admin can do this')).first().waitFor();

    const review = await browser.signIn(tenant, ADMIN, { path: `/drafts/${id}` });
    await review.getByRole('button', { name: 'Approve' }).click();
    await review.getByRole('button', { name: 'Publish to the library' }).click();
    await clickInDialog(review, 'Publish to the library');
    await review.getByText('Published as a course of the library.').waitFor();
    await review.getByRole('link', { name: 'Open the course' }).click();
    await review.waitForURL('**/library/crs_*');
    await review.getByRole('heading', { level: 2, name: 'Lifting at the Yard' }).waitFor();
    const { items } = await tenant.api.listCourses({ query: { status: ['published'] } });
    expect(items.map(({ title }) => title)).toEqual(['Lifting at the Yard']);
    const path = { id: items[0]?.id ?? '' };
    await tenant.api.archiveCourse({ path });
    await tenant.api.removeCourse({ path });
    await goTo(review, `/drafts/${id}`);
    await review.getByText('The course was deleted from the library.').waitFor();
    expect(await review.getByRole('link', { name: 'Open the course' }).count()).toBe(0);
  });

  it('says why it cannot be approved, and is sent back with a reason', async () => {
    const tenant = await createTenant();
    const { id } = await draftAbout(tenant, 'Manual Handling', 'Yard');
    await tenant.api.submitDraft({ path: { id } });
    const page = await browser.signIn(tenant, ADMIN, { path: `/drafts/${id}?part=quiz`, phone: true });
    await page.getByText(/claims still without a source/).waitFor();
    expect(await look(page, 'draft-phone')).toEqual([]);
    await page.getByRole('button', { name: 'Send back with a reason' }).click();
    await page.getByLabel('What has to change').fill('Name the trolleys that we have.');
    await page.getByRole('button', { name: 'Send back', exact: true }).click();
    await page.getByText('The draft was sent back.').waitFor();
    // The dialog, which closes, has the words in its field.
    await page.locator('#content').getByText('Name the trolleys that we have.').waitFor();
    await page.getByText('Edit what has to change: then it can be submitted again.').waitFor();
    expect((await tenant.api.getDraft({ path: { id } })).status).toBe('rejected');
    await tenant.api.cancelDraft({ path: { id } });
    const [need] = (await tenant.api.listNeeds({ query: { topic: 'Manual Handling' } })).items;
    await goTo(page, `/needs?need=${need?.id}`);
    await page.getByText('cancelled the draft of a course for it').waitFor();
  });
});
