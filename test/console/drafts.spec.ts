import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { draftAbout } from '../factories/drafts.js';
import { raisedNeed } from '../factories/needs.js';
import { consoleUser } from '../factories/users.js';
import { clickInDialog, look } from '../harness/console-browser.js';
import { loseAnswer } from '../harness/console-network.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

const WRITER = 'wim@example.com';

describeConsole('drafts', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await createTenant();
    await consoleUser(tenant, { email: WRITER, role: 'author' });
  });

  const written = async (): Promise<string> => (await draftAbout(tenant, 'Manual Handling', 'Yard')).id;
  /** Strikes every claim but the first of each lesson, and gives that one a source. */
  const source = async (page: Page, lessons: number): Promise<void> => {
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
      await page.getByRole('button', { name: 'Set', exact: true }).click();
      await open.waitFor({ state: 'detached' });
    }
  };

  it('are edited by one person, and approved and published by another', async () => {
    const id = await written();
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
    await source(page, lessons.length);
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
  });

  it('keep what a person has entered while another one saves', async () => {
    const id = await written();
    const page = await browser.signIn(tenant, WRITER, { path: `/drafts/${id}` });
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^1\./ }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    const title = page.getByLabel('Title');
    await title.fill('Lifting');
    await tenant.api.changeDraft({ path: { id }, body: { title: 'Manual handling at the Yard' } });
    await page.getByRole('heading', { level: 1, name: 'Manual handling at the Yard' }).waitFor();
    expect(await title.inputValue()).toBe('Lifting');
    // The form closes although something else of the draft is still being read.
    await page.route('**/comments?*', () => undefined);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 2, name: 'Lifting' }).waitFor();
    await page.unroute('**/comments?*');
    const draft = await tenant.api.getDraft({ path: { id } });
    expect([draft.title, draft.lessons[0]?.title]).toEqual(['Manual handling at the Yard', 'Lifting']);

    await page.getByRole('button', { name: 'Edit' }).click();
    await title.fill('Mine');
    const lessons = draft.lessons.map((lesson, index) => (index === 0 ? { ...lesson, title: 'Theirs' } : lesson));
    await tenant.api.changeDraft({ path: { id }, body: { lessons } });
    await page.getByRole('link', { name: '1. Theirs' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else has saved the draft since.').waitFor();
    expect(await title.inputValue()).toBe('Mine');
  });

  it('are commented once, also if an answer is lost, and show all comments', async () => {
    const id = await written();
    for (let batch = 0; batch < 4; batch++)
      await Promise.all(
        Array.from({ length: 25 }, (_value, index) =>
          tenant.api.commentComment({ path: { id }, body: { body: `Remark ${batch * 25 + index}` } }),
        ),
      );
    const page = await browser.signIn(tenant, WRITER, { path: `/drafts/${id}` });
    await page.getByText('Remark 99').waitFor();
    await page.getByLabel('Comment').fill('The last word');
    await loseAnswer(page, '**/comments');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('The engine did not answer.').waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByRole('listitem').filter({ hasText: 'The last word' }).waitFor();
    const { items } = await tenant.api.listCommentComments({ path: { id }, query: { limit: 200 } });
    expect(items).toHaveLength(101);

    // One that is not sent stays beside all parts of the draft, and is left only after a question.
    await page.getByLabel('Comment').fill('Half a remark');
    await page.getByRole('link', { name: /^1\./ }).click();
    await page.getByRole('heading', { name: 'Claims of this lesson' }).waitFor();
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByLabel('Comment').inputValue()).toBe('Half a remark');
  });

  it('say before they are started what leaves the engine', async () => {
    await raisedNeed(tenant, { site: 'Yard', topic: 'Manual Handling' });
    const page = await browser.signIn(tenant, WRITER, { path: '/needs' });
    await page.getByRole('row', { name: /Manual Handling/ }).click();
    await page.getByRole('button', { name: 'Author', exact: true }).first().click();
    await page.getByText('What is sent to write it').click();
    await page.getByText('Nothing leaves the engine').waitFor();
    expect(await look(page, 'author')).toEqual([]);
  });

  it('say why they cannot be approved, and are sent back with a reason', async () => {
    const id = await written();
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
  });
});
